package import TrainingModel

/// Which part of the feed is wanted.
package struct FeedQuery: Hashable, Sendable {
  /// Where it begins.
  package enum Start: Hashable, Sendable {
    /// So that it ends with the newest event.
    case newest
    /// With the oldest event that is kept.
    case oldest
    case after(FeedCursor)
  }

  package let start: Start
  /// Events at most, 1 or more.
  package let limit: Int
  package let kinds: Set<HistoryEvent.Kind>
  /// nil: of all, and of none.
  package let run: RunID?
  /// nil: of all, and of none.
  package let schedule: ScheduleID?

  package init(
    start: Start, limit: Int, kinds: Set<HistoryEvent.Kind>, run: RunID? = nil, schedule: ScheduleID? = nil
  ) {
    self.start = start
    self.limit = limit
    self.kinds = kinds
    self.run = run
    self.schedule = schedule
  }
}
