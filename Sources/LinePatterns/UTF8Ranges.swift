/// The bytes by which UTF-8 writes ranges of scalars.
enum UTF8Ranges {
  /// Sequences of byte ranges; a text is one of them where it is a scalar of the set, and only there.
  static func sequences(of set: ScalarSet) -> [[ClosedRange<UInt8>]] {
    var sequences: [[ClosedRange<UInt8>]] = []
    for range in set.ranges { add(range.lowerBound, range.upperBound, to: &sequences) }
    return sequences
  }

  private static func add(_ low: UInt32, _ high: UInt32, to sequences: inout [[ClosedRange<UInt8>]]) {
    guard low <= high else { return }
    // Surrogates are no scalars.
    if low < 0xD800, high > 0xD7FF {
      add(low, 0xD7FF, to: &sequences)
      return add(0xE000, high, to: &sequences)
    }
    if low >= 0xD800, low < 0xE000 { return add(0xE000, high, to: &sequences) }
    for end in [0x7F, 0x7FF, 0xFFFF] as [UInt32] where low <= end && high > end {
      add(low, end, to: &sequences)
      return add(end + 1, high, to: &sequences)
    }
    // All bytes behind the first that differs must be free.
    let count = bytes(of: high).count
    for place in 1..<max(count, 1) {
      let free: UInt32 = 1 << (6 * UInt32(place)) - 1
      guard low & ~free != high & ~free else { continue }
      if low & free != 0 {
        add(low, low | free, to: &sequences)
        return add((low | free) + 1, high, to: &sequences)
      }
      if high & free != free {
        add(low, high & ~free - 1, to: &sequences)
        return add(high & ~free, high, to: &sequences)
      }
    }
    sequences.append(zip(bytes(of: low), bytes(of: high)).map { $0...$1 })
  }

  private static func bytes(of scalar: UInt32) -> [UInt8] {
    Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
  }
}
