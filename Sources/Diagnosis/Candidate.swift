/// A part of the log that may hold the root cause, and the rule that reads it.
struct Candidate: Sendable {
  /// Where it was read.
  enum Origin: Sendable {
    /// An exception that ended its process.
    case fatalException
    /// An earlier exception, after which the process went on.
    case survivedException
    /// A line outside of exceptions.
    case line
    /// What the training said itself.
    case event
  }

  let rule: FailureRule
  let scene: FailureScene
  /// The line that matters, without decoration.
  let message: String
  /// Index of that line in the log.
  let index: Int
  let score: Int
  let origin: Origin
}
