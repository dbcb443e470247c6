package import TrainingModel

/// How far a schedule has come: what is kept between two looks at it, and over restarts.
package struct ScheduleState: Hashable, Sendable {
  /// Every occurrence up to here is accounted for, none after it.
  package var handledThrough: Timestamp
  /// The occurrences that wait for the end of a run, oldest first.
  package var queue: [Timestamp]
  /// nil while the schedule is active.
  package var pausedSince: Timestamp?
  /// What has become of the occurrences that are accounted for and do not wait.
  package var tally: OccurrenceTally
  /// The occurrences that wait for another attempt: for others they are under way.
  package var retries: [PendingRetry]

  package init(
    handledThrough: Timestamp, queue: [Timestamp] = [], pausedSince: Timestamp? = nil,
    tally: OccurrenceTally = OccurrenceTally(), retries: [PendingRetry] = []
  ) {
    self.handledThrough = handledThrough
    self.queue = queue
    self.pausedSince = pausedSince
    self.tally = tally
    self.retries = retries
  }
}
