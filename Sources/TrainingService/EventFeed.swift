package import JSON
package import TrainingModel

/// What happened in the home, in an order that never changes; oldest first.
package struct EventFeed: Sendable {
  package let entries: [Entry]
  /// Where to go on, also when there is nothing more now.
  package let nextCursor: String
  /// Whether there is more already.
  package let hasMore: Bool
  package let gap: Gap?

  /// What can happen; the words of the wire.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case started
    case trainingStarted = "training_started"
    case stage, warning, artifact
    case trainingError = "training_error"
    case trainingEnded = "training_ended"
    case stoppedEarly = "stopped_early"
    case nothingToDo = "nothing_to_do"
    case ended
    case scheduleFired = "schedule_fired"
    case scheduleSkipped = "schedule_skipped"
    case scheduleMissed = "schedule_missed"
    case scheduleFailed = "schedule_failed"
    case scheduleCompleted = "schedule_completed"
  }

  /// Why something may be missing before the first entry.
  package enum Gap: String, CaseIterable, Hashable, Sendable {
    /// It is so long ago that it is not kept any more.
    case expired
    /// The history was lost, and made anew from the directories of the runs.
    case remade
  }

  /// One thing that happened.
  package struct Entry: Sendable {
    /// Grows with every entry of a home; gaps mean nothing.
    package let sequence: Int64
    /// When it happened; of what a log says, when it was read.
    package let time: Timestamp
    package let kind: Kind
    package let run: RunID?
    package let schedule: ScheduleID?
    /// Of the run, else of the schedule.
    package let name: String?
    /// What else there is to say, by the names that the history has for it, without secrets.
    package let detail: JSONObject
  }

  /// Which events are wanted.
  package struct Query: Sendable {
    /// The `cursor` that asks for everything from the oldest event on.
    package static let oldest = "oldest"

    /// `nextCursor` of an earlier answer, or `oldest`; nil for the newest events.
    package var cursor: String?
    /// At least 1.
    package var limit: Int
    package var run: String?
    package var schedule: String?
    /// Empty for all.
    package var kinds: Set<Kind>

    package init(
      cursor: String? = nil, limit: Int = 20, run: String? = nil, schedule: String? = nil,
      kinds: Set<Kind> = []
    ) {
      self.cursor = cursor
      self.limit = limit
      self.run = run
      self.schedule = schedule
      self.kinds = kinds
    }
  }
}
