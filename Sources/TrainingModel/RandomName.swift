/// Names that nobody can guess: a prefix, the time of creation, and 26 random characters of 5 bits each.
///
/// 130 bits are more than the 122 that an identifier needs to be unguessable.
enum RandomName {
  /// The name, when it can be one; nil otherwise.
  ///
  /// Names become those of files, so only letters, digits and hyphens are let through.
  static func checked(_ text: String, prefix: String) -> String? {
    text.hasPrefix(prefix) && text.utf8.count <= 80 && text.utf8.allSatisfy(isAllowed) ? text : nil
  }

  /// A new name.
  static func make(
    _ prefix: String, _ createdAt: Timestamp, using generator: inout some RandomNumberGenerator
  ) -> String {
    let suffix = (0..<26).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] }
    return prefix + createdAt.compact + "-" + String(decoding: suffix, as: UTF8.self)
  }

  static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
