/// What stands behind a backslash, inside of brackets and outside.
enum PatternEscape {
  enum Meaning {
    case set(ScalarSet)
    case scalar(Unicode.Scalar)
  }

  /// - Parameters:
  ///   - index: behind the backslash.
  ///   - start: of the backslash.
  static func read(
    _ scalars: [Unicode.Scalar], at index: Int, from start: Int
  ) throws(LinePatternError) -> (meaning: Meaning, end: Int) {
    guard index < scalars.count else {
      throw LinePatternError(
        offset: start, problem: "nothing stands behind the \\: write \\\\ for the character")
    }
    let scalar = scalars[index]
    if let set = sets[scalar] { return (.set(set), index + 1) }
    if let control = controls[scalar] { return (.scalar(control), index + 1) }
    if scalar == "x" || scalar == "u" {
      let count = scalar == "x" ? 2 : 4
      let digits = String(String.UnicodeScalarView(scalars[(index + 1)...].prefix(count)))
      guard digits.utf8.count == count, let value = UInt32(digits, radix: 16),
        let meant = Unicode.Scalar(value)
      else {
        throw LinePatternError(
          offset: start, problem: "\\\(scalar) wants \(count) hexadecimal digits of a character")
      }
      return (.scalar(meant), index + 1 + count)
    }
    if ("1"..."9").contains(scalar) {
      throw LinePatternError(
        offset: start, problem: "what a group has matched cannot be asked for again (\\\(scalar))")
    }
    guard !scalar.properties.isAlphabetic, scalar != "0" else {
      throw LinePatternError(offset: start, problem: "\\\(scalar) is not known")
    }
    return (.scalar(scalar), index + 1)
  }

  private static let sets: [Unicode.Scalar: ScalarSet] = [
    "d": .digits, "D": ScalarSet.digits.inverted, "w": .wordCharacters,
    "W": ScalarSet.wordCharacters.inverted,
    "s": .blanks, "S": ScalarSet.blanks.inverted,
  ]
  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "t": "\t", "r": "\r", "f": "\u{0C}", "v": "\u{0B}",
  ]
}
