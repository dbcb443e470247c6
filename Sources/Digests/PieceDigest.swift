/// A short digest of pieces, by which equal ones are known again: 8 bytes of their SHA-256.
///
/// The same in every process, unlike `Hasher`. With a key that nobody else has (HMAC), it says nothing of what went in.
package struct PieceDigest: Sendable {
  private static let bytes = 8

  private let key: [UInt8]?
  private var message: [UInt8] = []

  /// - Parameter key: nil where nothing is to be hidden.
  package init(key: [UInt8]? = nil) { self.key = key }

  /// Adds a piece; where one piece ends and the next begins counts as well.
  package mutating func add(_ piece: String) {
    message += "\(piece.utf8.count):".utf8
    message += piece.utf8
  }

  /// The digest of all that was added: 16 hexadecimal digits.
  package var text: String {
    let whole = key.map { HMAC.code(for: message, key: $0) } ?? SHA256.digest(of: message)
    return Hexadecimal.text(Array(whole.prefix(Self.bytes)))
  }
}
