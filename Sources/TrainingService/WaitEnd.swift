internal import TrainingModel

/// How one wait ended.
enum WaitEnd: Hashable, Sendable {
  /// What was waited for has come, on this run.
  case satisfied(RunID)
  case timedOut
  case cancelled
}
