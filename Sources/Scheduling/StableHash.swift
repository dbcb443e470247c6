/// A number for bytes that is the same in every process and version: FNV-1a with 64 bits, mixed at the end
/// (SplitMix64) so that sums of it are as good.
///
/// It tells changes, and keeps nobody out who wants to deceive.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  mutating func add(_ number: Int64) {
    var rest = UInt64(bitPattern: number)
    for _ in 0..<8 {
      add(CollectionOfOne(UInt8(truncatingIfNeeded: rest)))
      rest >>= 8
    }
  }

  var value: UInt64 {
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
