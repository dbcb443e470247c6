/// Where what a reader finds goes.
struct ReadingSink {
  var events: [LogEvent] = []
  /// What each rule found; nil when nobody asks.
  var findings: [RuleFinding]?

  init(isExplaining: Bool = false) { findings = isExplaining ? [] : nil }
}
