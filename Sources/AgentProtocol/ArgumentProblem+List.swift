extension ArgumentProblem {
  /// Characters that a list of problems has at most, about, and that one of them has.
  private static let longestList = 6_000
  private static let longestLine = 500

  /// All problems, a line each; where they are more than anybody reads, the first of them and how many there are besides.
  static func list(_ problems: [ArgumentProblem]) -> String {
    var lines: [String] = []
    var length = 0
    for problem in problems {
      let line = "- \(problem)"
      // By scalars: one character may be of any length.
      let shown =
        line.utf8.count <= longestLine ? line : String(line.unicodeScalars.prefix(longestLine - 1)) + "…"
      guard lines.isEmpty || length + shown.utf8.count <= longestList else { break }
      length += shown.utf8.count
      lines.append(shown)
    }
    if lines.count < problems.count { lines.append("- and \(problems.count - lines.count) more") }
    return lines.joined(separator: "\n")
  }
}
