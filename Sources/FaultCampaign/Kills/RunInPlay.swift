internal import TranscriptReplay

/// A run of a round, and what has been done to it so far.
struct RunInPlay {
  /// What became of the request to start it.
  enum Start {
    /// Its server was gone, or its time had not come.
    case notSent
    case sent(call: Int64)
    case answered(ToolAnswer)
  }

  let plan: RoundPlan.Run
  let name: String
  /// Where the training writes how it fares.
  let truth: String
  var start = Start.notSent
  /// Its identifier, once it is known.
  var id: String?
  var facts: RunFacts

  init(_ plan: RoundPlan.Run, name: String, truth: String) {
    self.plan = plan
    self.name = name
    self.truth = truth
    facts = RunFacts(plan.kind, isDetached: plan.isDetached, wasAnswered: false)
  }

  var wasSent: Bool { if case .notSent = start { false } else { true } }
}
