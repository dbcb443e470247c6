/// Names, of which only 64 bits each are kept: looking one up costs no text and next to no time.
///
/// Two names with the same bits are taken for one: with a million names, one chance in thirty million.
struct NameSet: Sendable {
  /// A power of two of places; 0 where one is free.
  ///
  /// A name lies at the place that its bits name, or behind it.
  private var places: [UInt64]
  private(set) var count = 0

  init() { places = Array(repeating: 0, count: 64) }

  func contains(_ name: UnsafeRawBufferPointer) -> Bool { places[place(of: Self.bits(name))] != 0 }

  mutating func insert(_ name: UnsafeRawBufferPointer) { insert(Self.bits(name)) }

  mutating func insert(_ bits: UInt64) {
    // Half of it stays free, so that the way to a free place is short.
    if count * 2 >= places.count { grow() }
    let place = place(of: bits)
    if places[place] == 0 { count += 1 }
    places[place] = bits
  }

  mutating func remove(_ name: UnsafeRawBufferPointer) {
    var free = place(of: Self.bits(name))
    guard places[free] != 0 else { return }
    places[free] = 0
    count -= 1
    // Who lies behind it, up to the next free place, may have been pushed away by it.
    var next = (free + 1) & mask
    while places[next] != 0 {
      let home = Int(truncatingIfNeeded: places[next]) & mask
      if (next - home) & mask >= (next - free) & mask {
        places[free] = places[next]
        places[next] = 0
        free = next
      }
      next = (next + 1) & mask
    }
  }

  /// The bits that stand for a name; never 0.
  ///
  /// Words of eight bytes, each mixed in by a multiplication (Fibonacci hashing, Knuth, The Art of Computer
  /// Programming 3, section 6.4), and the last step of the murmur3 finalizer.
  static func bits(_ name: UnsafeRawBufferPointer) -> UInt64 {
    var bits = UInt64(name.count)
    var index = 0
    while index < name.count {
      var word: UInt64 = 0
      if index + 8 <= name.count {
        word = name.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      } else {
        for byte in name[index...] { word = word << 8 | UInt64(byte) }
      }
      bits = (bits ^ word) &* 0x9E37_79B9_7F4A_7C15
      bits ^= bits >> 32
      index += 8
    }
    bits = (bits ^ bits >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return max(bits ^ bits >> 33, 1)
  }

  private var mask: Int { places.count - 1 }

  /// Where the bits are, or would be.
  private func place(of bits: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: bits) & mask
    while places[place] != 0, places[place] != bits { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: 0, count: old.count * 2)
    count = 0
    for bits in old where bits != 0 { insert(bits) }
  }
}
