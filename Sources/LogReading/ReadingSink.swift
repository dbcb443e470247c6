/// Where what a reader finds goes.
struct ReadingSink {
  var events: [LogEvent] = []
  /// What each rule found; nil when nobody asks.
  var findings: [RuleFinding]?

  /// Where the last count stood that is not that of the training: of an evaluation, of data being read.
  var lastOtherCount: Int64?

  init(isExplaining: Bool = false) { findings = isExplaining ? [] : nil }
}
