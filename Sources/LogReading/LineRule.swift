/// One way of saying something about a training that the reader understands.
///
/// docs/ADDING-A-FRAMEWORK-RULE.md says how to write one.
protocol LineRule: Sendable {
  /// A line is shown to the rule when it has every trait of at least one of these sets.
  var triggers: [LineTraits] { get }
  /// Whether the rule also reads lines that an earlier rule has claimed.
  var readsClaimedLines: Bool { get }

  /// Adds what the line says to `reading`, and what later lines need to `context`.
  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading)
}

extension LineRule {
  var readsClaimedLines: Bool { false }
}
