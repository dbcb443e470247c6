package import TrainingModel

/// How far a schedule has come.
package struct ScheduleProgress: Hashable, Sendable {
  package var state: ScheduleState
  package var status: ScheduleStatus
  package var lastRunAt: Timestamp?
  package var successRuns: Int
  package var failedRuns: Int
  package var lastError: String?
  /// The last run that completed.
  package var lastSuccess: Success?
  /// When a run last completed; nil also for what was kept before this was.
  package var lastCompletionAt: Timestamp?
  /// When an occurrence was last started, other than by a further attempt; nil also for what was kept before this was.
  package var lastStartAt: Timestamp?
  /// Whether the run that the schedule comes after was seen to complete: it may be removed later.
  package var hasPredecessorCompleted: Bool

  /// A run that completed.
  package struct Success: Hashable, Sendable {
    package let run: RunID
    /// When its process was started.
    package let startedAt: Timestamp
    /// Its data as they were before that; nil where nobody looked, or not at all of them could be seen.
    package let data: DataState?

    package init(run: RunID, startedAt: Timestamp, data: DataState? = nil) {
      self.run = run
      self.startedAt = startedAt
      self.data = data
    }
  }

  package init(
    state: ScheduleState, status: ScheduleStatus, lastRunAt: Timestamp? = nil, successRuns: Int = 0,
    failedRuns: Int = 0, lastError: String? = nil, lastSuccess: Success? = nil,
    lastCompletionAt: Timestamp? = nil, lastStartAt: Timestamp? = nil, hasPredecessorCompleted: Bool = false
  ) {
    self.state = state
    self.status = status
    self.lastRunAt = lastRunAt
    self.successRuns = successRuns
    self.failedRuns = failedRuns
    self.lastError = lastError
    self.lastSuccess = lastSuccess
    self.lastCompletionAt = lastCompletionAt
    self.lastStartAt = lastStartAt
    self.hasPredecessorCompleted = hasPredecessorCompleted
  }
}
