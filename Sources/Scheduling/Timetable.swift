package import TrainingModel

/// The occurrences of a schedule: those of its trigger between two times, and how long after each it is due.
package struct Timetable: Hashable, Sendable {
  package let trigger: Trigger
  /// No occurrence is before it.
  package let startAt: Timestamp?
  /// No occurrence is after it.
  package let endAt: Timestamp?
  package let jitter: Jitter?

  package init(
    _ trigger: Trigger, startAt: Timestamp? = nil, endAt: Timestamp? = nil, jitter: Jitter? = nil
  ) {
    self.trigger = trigger
    self.startAt = startAt
    self.endAt = endAt
    self.jitter = jitter
  }

  /// The first occurrence after a time; nil when there is none.
  package func next(after time: Timestamp) -> Timestamp? {
    guard let next = trigger.next(after: max(time, beforeStart)), next <= end else { return nil }
    return next
  }

  /// The last occurrence before a time; nil when there is none.
  package func previous(before time: Timestamp) -> Timestamp? {
    let limit = end < time ? end.nanosecondLater : time
    guard let previous = trigger.previous(before: limit), previous > beforeStart else { return nil }
    return previous
  }

  /// How many occurrences are after `start` and not after `end`, without going through them.
  package func count(after start: Timestamp, through end: Timestamp) -> Int {
    trigger.count(after: max(start, beforeStart), through: min(end, self.end))
  }

  /// The first occurrences after `start` that are not after `end`, at most `limit`.
  package func occurrences(after start: Timestamp, through end: Timestamp, limit: Int) -> [Timestamp] {
    var found: [Timestamp] = []
    while found.count < limit, let next = next(after: found.last ?? start), next <= end { found.append(next) }
    return found
  }

  /// When an occurrence is to start: at its time, or a little later where there is jitter, but never at or after the
  /// time of the next.
  package func dueTime(of occurrence: Timestamp) -> Timestamp {
    guard let jitter else { return occurrence }
    var room = jitter.seconds
    // A change of the clock may bring two occurrences nearer than they ever are on the wall.
    if let next = trigger.next(after: occurrence) {
      room = min(room, (next.second - occurrence.second) - 1)
    }
    return occurrence.later(bySeconds: jitter.delay(of: occurrence, limit: room))
  }

  /// The last occurrence that is due by a time; nil when there is none.
  func newest(dueBy time: Timestamp) -> Timestamp? {
    guard let newest = previous(before: time.nanosecondLater) else { return nil }
    // None is delayed past the one after it, so the one before has been due for long.
    return dueTime(of: newest) <= time ? newest : previous(before: newest)
  }

  private var beforeStart: Timestamp { startAt?.nanosecondEarlier ?? Timestamp(nanoseconds: .min) }
  private var end: Timestamp { endAt ?? Timestamp(nanoseconds: .max) }
}
