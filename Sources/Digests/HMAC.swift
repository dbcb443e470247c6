/// Keyed digests by SHA-256 (RFC 2104): only who has the key can make one.
package enum HMAC {
  /// The code of a message: 32 bytes.
  package static func code(for message: [UInt8], key: [UInt8]) -> [UInt8] {
    var block = key.count > SHA256.blockBytes ? SHA256.digest(of: key) : key
    block += [UInt8](repeating: 0, count: SHA256.blockBytes - block.count)
    let inner = SHA256.digest(of: block.map { $0 ^ 0x36 } + message)
    return SHA256.digest(of: block.map { $0 ^ 0x5c } + inner)
  }

  /// Whether two codes are the same, in a time that does not tell where they differ.
  package static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
