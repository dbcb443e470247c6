package import TrainingModel

/// What makes a schedule come due.
package enum Trigger: Hashable, Sendable {
  /// At one time.
  case once(Timestamp)
  /// At a fixed distance.
  case interval(IntervalGrid)
  /// By the clock on the wall of a zone.
  case cron(CronRecurrence)

  /// The first occurrence after a time; nil when there is none.
  package func next(after time: Timestamp) -> Timestamp? {
    switch self {
    case .once(let at): at > time ? at : nil
    case .interval(let grid): grid.next(after: time)
    case .cron(let recurrence): recurrence.next(after: time)
    }
  }

  /// The last occurrence before a time; nil when there is none.
  package func previous(before time: Timestamp) -> Timestamp? {
    switch self {
    case .once(let at): at < time ? at : nil
    case .interval(let grid): grid.previous(before: time)
    case .cron(let recurrence): recurrence.previous(before: time)
    }
  }

  /// How many occurrences are after `start` and not after `end`, without going through them.
  package func count(after start: Timestamp, through end: Timestamp) -> Int {
    switch self {
    case .once(let at): start < at && at <= end ? 1 : 0
    case .interval(let grid): grid.count(after: start, through: end)
    case .cron(let recurrence): recurrence.count(after: start, through: end)
    }
  }

  /// The least number of seconds between two occurrences, changes of clocks aside; nil when there is one alone.
  package var shortestPeriod: Int? {
    switch self {
    case .once: nil
    case .interval(let grid): grid.seconds
    case .cron(let recurrence): recurrence.expression.shortestGap
    }
  }
}
