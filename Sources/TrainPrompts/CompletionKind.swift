/// What the value of an argument is, so that values can be suggested.
enum CompletionKind: String, CaseIterable, Hashable, Sendable {
  /// The process_id of a run, newest first.
  case run
  /// The same, failed ones first.
  case failedRun = "failed_run"
  /// The process_id of a run that has ended, completed ones first.
  case endedRun = "ended_run"
  /// The name of earlier runs.
  case runName = "run_name"
  /// A tag of runs, `name=value`.
  case tag
  case schedule
  /// A directory inside the roots.
  case directory
  /// A script inside the roots, or a directory on the way to one.
  case script
}
