package import TrainingModel

/// How a schedule has done so far.
package struct ScheduleStatistics: Hashable, Sendable {
  package var lastRunAt: Timestamp?
  /// When it is to start next; nil when nothing is left, and while it is paused.
  package var nextRunAt: Timestamp?
  /// Runs that were started.
  package var totalRuns: Int
  /// Runs that completed.
  package var successRuns: Int
  /// Runs that failed or were killed, and occurrences that failed before one was started.
  package var failedRuns: Int
  /// How many of them were never started.
  package var failedUnstarted: Int
  /// Occurrences that did not run, for whatever reason.
  package var skippedRuns: Int
  /// What was wrong with the last run or occurrence that went wrong.
  package var lastError: String?

  package init(
    lastRunAt: Timestamp? = nil, nextRunAt: Timestamp? = nil, totalRuns: Int = 0, successRuns: Int = 0,
    failedRuns: Int = 0, failedUnstarted: Int = 0, skippedRuns: Int = 0, lastError: String? = nil
  ) {
    self.lastRunAt = lastRunAt
    self.nextRunAt = nextRunAt
    self.totalRuns = totalRuns
    self.successRuns = successRuns
    self.failedRuns = failedRuns
    self.failedUnstarted = failedUnstarted
    self.skippedRuns = skippedRuns
    self.lastError = lastError
  }
}
