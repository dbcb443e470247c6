package import TrainingModel

/// One occurrence that came due, and what became of it.
package struct Execution: Hashable, Sendable {
  /// `execution-…`: that of the run, where there is one, with another prefix.
  package let id: String
  package let schedule: ScheduleID
  package let scheduledFor: Timestamp
  package var startedAt: Timestamp?
  package var completedAt: Timestamp?
  package var status: ExecutionStatus
  /// That of the last attempt.
  package var run: RunID?
  /// The last lines of the run's log: text of a training, for reading only.
  package var output: String?
  package var errorMessage: String?
  /// Why it was not started where it could have been.
  package var reason: ExecutionReason?
  /// What is to be known about the data of one that was started.
  package var warning: String?
  /// The data before it was started, or before that was decided against; nil where nobody looked, or not at all.
  package var data: DataState?
  /// How many occurrences it stands for, 1 or more: of a long absence only the newest have an entry each.
  package var occurrences: Int
  /// How many attempts there were so far, 1 or more.
  package var attempts: Int
  /// The runs of the attempts before the last, oldest first.
  package var earlierRuns: [RunID]
  /// When the next attempt is to start; nil when none waits.
  package var retryAt: Timestamp?
  /// How the command at its end ended; nil while it has not, and where there is none.
  package var onFinish: FinishOutcome?

  package init(
    id: String, schedule: ScheduleID, scheduledFor: Timestamp, startedAt: Timestamp? = nil,
    completedAt: Timestamp? = nil, status: ExecutionStatus, run: RunID? = nil, output: String? = nil,
    errorMessage: String? = nil, reason: ExecutionReason? = nil, warning: String? = nil,
    data: DataState? = nil, occurrences: Int = 1, attempts: Int = 1, earlierRuns: [RunID] = [],
    retryAt: Timestamp? = nil, onFinish: FinishOutcome? = nil
  ) {
    self.id = id
    self.schedule = schedule
    self.scheduledFor = scheduledFor
    self.startedAt = startedAt
    self.completedAt = completedAt
    self.status = status
    self.run = run
    self.output = output
    self.errorMessage = errorMessage
    self.reason = reason
    self.warning = warning
    self.data = data
    self.occurrences = occurrences
    self.attempts = attempts
    self.earlierRuns = earlierRuns
    self.retryAt = retryAt
    self.onFinish = onFinish
  }

  /// The identifier of the execution of an occurrence: derived, so that whoever enters it gives it the same.
  package static func identifier(of occurrence: ScheduledOccurrence) -> String {
    "execution-" + RunID(of: occurrence.first).rawValue.dropFirst("train-".count)
  }
}
