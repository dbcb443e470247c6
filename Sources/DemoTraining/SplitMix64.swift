/// A small random generator with a seed: the same numbers on every machine and with every Swift version.
///
/// Swift's own `shuffle(using:)` and `random(in:using:)` are not used with it: how they turn bits into
/// results is not promised to stay.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// 64 random bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Evenly distributed from -1 (included) to 1 (excluded).
  mutating func signedUnit() -> Double {
    Double(next() >> 11) * 0x1p-52 - 1
  }

  /// Puts `items` into a random order.
  mutating func shuffle<Item>(_ items: inout [Item]) {
    var last = items.count - 1
    while last > 0 {
      // The high half of a product: even enough for a few hundred items, and no loop that may run long.
      let other = Int(next().multipliedFullWidth(by: UInt64(last + 1)).high)
      items.swapAt(last, other)
      last -= 1
    }
  }
}
