/// Unicode scalars, as ranges in order that neither touch nor overlap.
struct ScalarSet: Hashable {
  private static let last: UInt32 = 0x10FFFF

  private(set) var ranges: [ClosedRange<UInt32>]

  init(_ ranges: [ClosedRange<UInt32>]) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let end = merged.last, range.lowerBound <= end.upperBound + 1 else {
        merged.append(range)
        continue
      }
      merged[merged.count - 1] = end.lowerBound...max(end.upperBound, range.upperBound)
    }
    self.ranges = merged
  }

  init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

  static let digits = ScalarSet([0x30...0x39])
  static let wordCharacters = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let blanks = ScalarSet([0x09...0x0D, 0x20...0x20])
  static let anyButLineFeed = ScalarSet([0x0A...0x0A]).inverted

  var inverted: ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.last { result.append(next...Self.last) }
    return ScalarSet(result)
  }

  /// The set with the other case of every letter from A to Z.
  var ignoringCase: ScalarSet {
    var all = ranges
    for (from, by) in [(UInt32(0x41)...0x5A, Int64(0x20)), (0x61...0x7A, -0x20)] {
      for range in ranges where range.overlaps(from) {
        let part = range.clamped(to: from)
        all.append(UInt32(Int64(part.lowerBound) + by)...UInt32(Int64(part.upperBound) + by))
      }
    }
    return ScalarSet(all)
  }
}
