/// The name of one run: `train-<time>-<random>`, opaque to callers, never reused.
package struct RunID: Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  /// Takes an identifier that a caller or a directory name gives; nil when it cannot be one.
  ///
  /// An identifier becomes a directory name, so only letters, digits and hyphens are let through.
  package init?(_ text: String) {
    guard text.hasPrefix(Self.prefix), text.utf8.count <= 80, text.utf8.allSatisfy(Self.isAllowed) else {
      return nil
    }
    rawValue = text
  }

  /// A new identifier from the time of creation and 26 random characters of 5 bits each: 130 bits, more than
  /// the 122 that an identifier needs to be unguessable.
  package init(createdAt: Timestamp, using generator: inout some RandomNumberGenerator) {
    let suffix = (0..<26).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &generator)] }
    rawValue = Self.prefix + createdAt.compact + "-" + String(decoding: suffix, as: UTF8.self)
  }

  package var description: String { rawValue }

  private static let prefix = "train-"
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
