package import TrainingModel

/// What is to become of the occurrences that a look at a schedule found.
package struct OccurrencePlan: Hashable, Sendable {
  /// What becomes of an occurrence.
  package enum Fate: Hashable, Sendable {
    case start
    case queue
    case skipOverlap
    /// It could start and has no reason to.
    case skip(ExecutionReason)
    /// It could start and fails before anything does.
    case fail(ExecutionReason)
    case missed(MissReason)
  }

  /// Neighboring occurrences with one fate.
  ///
  /// Those that start or are queued come one by one; of the others a long absence may leave millions, which are
  /// counted and not listed (`Timetable.occurrences` lists them).
  package struct Stretch: Hashable, Sendable {
    package let fate: Fate
    package let first: Timestamp
    package let last: Timestamp
    package let count: Int
  }

  /// What was queued before and leaves the queue now, oldest first: it starts, or is missed.
  package internal(set) var fromQueue: [Stretch] = []
  /// What came due since the last look, oldest first: each occurrence of that time is in one stretch.
  package internal(set) var due: [Stretch] = []
  /// What to keep for the next look.
  package internal(set) var state: ScheduleState
  /// Whether the clock has gone back so far that occurrences which were accounted for will come once more.
  package internal(set) var clockWasCorrected = false
  /// Further attempts at occurrences that failed, to start now.
  package internal(set) var retries: [PendingRetry] = []
  /// Attempts that will not be made.
  package internal(set) var abandoned: [AbandonedRetry] = []

  /// The occurrences to start now, in order.
  package var starts: [Timestamp] { (fromQueue + due).filter { $0.fate == .start }.map(\.first) }
}
