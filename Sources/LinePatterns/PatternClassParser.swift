/// Reads what stands between brackets: `[a-z_]`, `[^\s"]`.
struct PatternClassParser {
  private let scalars: [Unicode.Scalar]
  private let ignoresCase: Bool
  /// Behind what was read.
  private(set) var index: Int

  /// - Parameter index: behind the opening bracket.
  init(_ scalars: [Unicode.Scalar], at index: Int, ignoresCase: Bool) {
    self.scalars = scalars
    self.index = index
    self.ignoresCase = ignoresCase
  }

  /// - Parameter start: of the opening bracket.
  mutating func set(from start: Int) throws(LinePatternError) -> ScalarSet {
    let isInverted = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while index < scalars.count, isFirst || scalars[index] != "]" {
      isFirst = false
      let place = index
      switch try member() {
      case .set(let set): ranges += set.ranges
      case .scalar(let low):
        // A hyphen at the end is one.
        guard index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" else {
          ranges.append(low.value...low.value)
          continue
        }
        index += 1
        guard case .scalar(let high) = try member(), low.value <= high.value else {
          throw LinePatternError(offset: place, problem: "a range goes from a character to a later one")
        }
        ranges.append(low.value...high.value)
      }
    }
    guard take("]") else {
      throw LinePatternError(offset: start, problem: "this [ is never closed: write \\[ for the character")
    }
    let set = ignoresCase ? ScalarSet(ranges).ignoringCase : ScalarSet(ranges)
    return isInverted ? set.inverted : set
  }

  private mutating func member() throws(LinePatternError) -> PatternEscape.Meaning {
    let start = index
    index += 1
    guard scalars[start] == "\\" else { return .scalar(scalars[start]) }
    let found = try PatternEscape.read(scalars, at: index, from: start)
    index = found.end
    return found.meaning
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < scalars.count, scalars[index] == scalar else { return false }
    index += 1
    return true
  }
}
