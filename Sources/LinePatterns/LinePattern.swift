/// A regular expression that is found in a line in time linear in the line, whatever the pattern and the line.
///
/// It knows literals, `.`, `[…]`, `(…)`, `|`, `*`, `+`, `?`, `{m,n}`, `^`, `$`, `\b`, `\d`, `\w`, `\s` and their
/// opposites, and `(?i)` at its start; letters and digits are those of ASCII. What no machine without memory can do, such
/// as asking for what a group matched, it refuses.
package struct LinePattern: Hashable, Sendable {
  /// As it was written.
  package let text: String
  let program: PatternProgram

  package init(_ text: String) throws(LinePatternError) {
    self.text = text
    program = try PatternProgram(try PatternParser.tree(of: text))
  }

  package static func == (left: LinePattern, right: LinePattern) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
