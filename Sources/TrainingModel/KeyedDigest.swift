/// A digest of bytes by which equal ones are known again: SipHash-2-4, <https://www.aumasson.jp/siphash/siphash.pdf>.
///
/// The same in every process, unlike `Hasher`. With a key that nobody else has, it says nothing of what went in.
package struct KeyedDigest: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  /// - Parameter key: two words; zeros where nothing is to be hidden.
  package init(key: (UInt64, UInt64) = (0, 0)) {
    state = (
      key.0 ^ 0x736f_6d65_7073_6575, key.1 ^ 0x646f_7261_6e64_6f6d,
      key.0 ^ 0x6c79_6765_6e65_7261, key.1 ^ 0x7465_6462_7974_6573
    )
  }

  /// Adds a piece; where one piece ends and the next begins counts as well.
  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// Adds a piece; where one piece ends and the next begins counts as well.
  package mutating func add(_ bytes: [UInt8]) {
    var length = UInt64(bytes.count)
    for _ in 0..<8 {
      take(UInt8(truncatingIfNeeded: length))
      length >>= 8
    }
    append(bytes)
  }

  /// Adds bytes without saying where they end.
  package mutating func append(_ bytes: [UInt8]) { for byte in bytes { take(byte) } }

  /// The digest of all that was added.
  package var value: UInt64 {
    var copy = self
    copy.compress(pending | count << 56)
    copy.state.2 ^= 0xff
    for _ in 0..<4 { copy.round() }
    return copy.state.0 ^ copy.state.1 ^ copy.state.2 ^ copy.state.3
  }

  /// The digest as 16 hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private mutating func take(_ byte: UInt8) {
    pending |= UInt64(byte) << (8 * (count & 7))
    count &+= 1
    guard count & 7 == 0 else { return }
    compress(pending)
    pending = 0
  }

  private mutating func compress(_ word: UInt64) {
    state.3 ^= word
    round()
    round()
    state.0 ^= word
  }

  private mutating func round() {
    func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
    state.0 &+= state.1
    state.1 = rotated(state.1, 13) ^ state.0
    state.0 = rotated(state.0, 32)
    state.2 &+= state.3
    state.3 = rotated(state.3, 16) ^ state.2
    state.0 &+= state.3
    state.3 = rotated(state.3, 21) ^ state.0
    state.2 &+= state.1
    state.1 = rotated(state.1, 17) ^ state.2
    state.2 = rotated(state.2, 32)
  }
}
