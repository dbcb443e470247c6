import Testing

@testable import LinePatterns

@Suite struct LinePatternPropertyTests {
  @Test(arguments: 0..<400 as Range<UInt64>)
  func findsWhatItsMeaningSays(seed: UInt64) throws {
    var random = RandomPattern(seed: seed)
    let text = random.pattern()
    let tree = try PatternParser.tree(of: text)
    var matcher = LineMatcher(try LinePattern(text))
    for _ in 0..<25 {
      let line = random.line()
      let expected = ReferenceMatcher(line: Array(line.unicodeScalars)).isFound(tree)
      let found = matcher.isFound(in: line)
      #expect(found == expected, "\(text) in '\(line)'")
    }
  }

  /// Every scalar at the edge of a range, on both sides.
  @Test(
    arguments: [
      0x00...0x7F, 0x7F...0x80, 0x7FF...0x800, 0xD7FF...0xE000, 0xFFFF...0x10000, 0x10FFFF...0x10FFFF,
      0x41...0x10FFFE,
      0xE9...0x3C9, 0x1234...0x56789,
    ] as [ClosedRange<UInt32>])
  func rangesEndWhereTheyEnd(range: ClosedRange<UInt32>) throws {
    let low = try #require(Unicode.Scalar(range.lowerBound))
    let high = try #require(Unicode.Scalar(range.upperBound))
    var matcher = LineMatcher(try LinePattern("^[\(Self.written(low))-\(Self.written(high))]$"))
    for edge in [range.lowerBound, range.upperBound] {
      for value in [edge &- 1, edge, edge + 1] {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let found = matcher.isFound(in: String(scalar))
        #expect(found == range.contains(value), "\(value)")
      }
    }
  }

  private static func written(_ scalar: Unicode.Scalar) -> String {
    scalar.isASCII ? "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : String(scalar)
  }
}
