package import LogReading
package import TrainingModel

/// All that is known of a run that ended, for the verdict on what went wrong.
package struct FailureFacts: Hashable, Sendable {
  package var outcome: RunOutcome
  /// Out-of-memory kills that the kernel counted in the run's cgroup.
  package var outOfMemoryKills: Int
  /// What was started: argv.
  package var command: [String]
  /// Clean lines in file order: the start and the end of the log, possibly with a gap between.
  package var log: [LogLine]
  /// What the training said of its own failure, if it did.
  package var trainingError: TrainingErrorEvent?
  /// Places of the run on which nothing more could be written when it had ended.
  package var fullDisks: [FullDisk]
  /// What people wrote, in the order in which it counts.
  package var rules: [UserFailureRule]

  package init(
    outcome: RunOutcome, outOfMemoryKills: Int = 0, command: [String], log: [LogLine],
    trainingError: TrainingErrorEvent? = nil, fullDisks: [FullDisk] = [], rules: [UserFailureRule] = []
  ) {
    self.outcome = outcome
    self.outOfMemoryKills = outOfMemoryKills
    self.command = command
    self.log = log
    self.trainingError = trainingError
    self.fullDisks = fullDisks
    self.rules = rules
  }
}
