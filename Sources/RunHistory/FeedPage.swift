package import TrainingModel

/// A part of the feed, oldest first.
package struct FeedPage: Hashable, Sendable {
  /// An event with what is known of whom it concerns.
  package struct Entry: Hashable, Sendable {
    /// Grows with every event and never changes.
    package let sequence: Int64
    package let run: RunID?
    package let schedule: ScheduleID?
    /// Of the run, else of the schedule; nil where it has none, or is gone.
    package let name: String?
    package let event: HistoryEvent
  }

  /// Why something may be missing before the first entry.
  package enum Gap: String, CaseIterable, Hashable, Sendable {
    /// What came after the cursor is so long ago that it is not kept any more.
    case expired
    /// The history was lost, or a power cut took the end of it: it was made anew from the directories.
    case remade
  }

  package let entries: [Entry]
  /// Where to go on, also when there is nothing more now.
  package let next: FeedCursor
  /// Whether there is more already.
  package let hasMore: Bool
  package let gap: Gap?

  package init(entries: [Entry], next: FeedCursor, hasMore: Bool, gap: Gap?) {
    self.entries = entries
    self.next = next
    self.hasMore = hasMore
    self.gap = gap
  }
}
