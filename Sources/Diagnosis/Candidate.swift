/// A part of the log that may hold the root cause, and the rule that reads it.
struct Candidate: Sendable {
  let rule: FailureRule
  let scene: FailureScene
  /// The line that matters, without decoration.
  let message: String
  /// Index of that line in the log.
  let index: Int
  let score: Int
}
