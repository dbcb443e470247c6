package import TrainingModel

/// When a cron expression comes due in a time zone, with the rules of cron(8) for the days on which clocks change.
///
/// - A job with fixed times (`CronExpression.isFixedTime`) whose time is skipped runs at the first instant after the
///   gap, once however many of its times were skipped; whose time comes twice, in the first pass alone.
/// - Any other job runs at every instant whose local time matches: nothing in a gap, both passes of a repeated hour.
///
/// Each way of asking takes a fraction of a microsecond to some: it goes by months and by periods of the zone.
package struct CronRecurrence: Hashable, Sendable {
  package let expression: CronExpression
  package let zone: TimeZoneRules

  package init(_ expression: CronExpression, in zone: TimeZoneRules) {
    self.expression = expression
    self.zone = zone
  }

  /// The first occurrence after a time; nil when there is none that a timestamp can hold.
  package func next(after time: Timestamp) -> Timestamp? {
    let second = expression.isFixedTime ? nextFixed(after: time.second) : nextMatch(after: time.second)
    return second.flatMap(Timestamp.init(second:))
  }

  /// The last occurrence before a time; nil when there is none that a timestamp can hold.
  package func previous(before time: Timestamp) -> Timestamp? {
    let limit = time.secondRoundedUp
    let second = expression.isFixedTime ? previousFixed(before: limit) : previousMatch(before: limit)
    return second.flatMap(Timestamp.init(second:))
  }

  /// How many occurrences are after `start` and not after `end`; as quick for a million as for one.
  package func count(after start: Timestamp, through end: Timestamp) -> Int {
    guard start < end else { return 0 }
    return expression.isFixedTime
      ? countFixed(after: start.second, through: end.second)
      : countMatches(after: start.second, through: end.second)
  }

  // What a timestamp can hold, in seconds.
  private static let earliest = Timestamp(nanoseconds: .min).secondRoundedUp
  private static let latest = Timestamp(nanoseconds: .max).second

  /// More than two days: after it no clock shows again what it showed before.
  private static let settled = 2 * TimeZoneRules.largestOffset

  private func nextFixed(after second: Int) -> Int? {
    expression.nextWallTime(after: zone.latestWallTime(through: second)).map(zone.firstInstant(reaching:))
  }

  private func previousFixed(before second: Int) -> Int? {
    expression.previousWallTime(through: zone.latestWallTime(through: second - 1))
      .map(zone.firstInstant(reaching:))
  }

  private func nextMatch(after second: Int) -> Int? {
    var from = second + 1
    // A job whose local times are all in gaps never runs: the search ends with what a timestamp can hold.
    while from <= Self.latest {
      let period = zone.period(at: from)
      guard let wallTime = expression.nextWallTime(after: from - 1 + period.offset) else { return nil }
      let instant = wallTime - period.offset
      if instant < period.end { return instant }
      // Nothing matches before `wallTime`, so the periods up to there need not be asked, unless they may show times
      // again that are before `from` on the wall.
      from =
        period.end - from > Self.settled
        ? max(period.end, wallTime - TimeZoneRules.largestOffset) : period.end
    }
    return nil
  }

  private func previousMatch(before second: Int) -> Int? {
    var from = second - 1
    while from >= Self.earliest {
      let period = zone.period(at: from)
      guard let wallTime = expression.previousWallTime(through: from + period.offset) else { return nil }
      let instant = wallTime - period.offset
      if instant >= period.start { return instant }
      from =
        from - period.start > Self.settled
        ? min(period.start - 1, wallTime + TimeZoneRules.largestOffset) : period.start - 1
    }
    return nil
  }

  private func countMatches(after start: Int, through end: Int) -> Int {
    var total = 0
    var from = start
    while from < end {
      let period = zone.period(at: from + 1)
      let last = min(end, period.end - 1)
      total += expression.countWallTimes(after: from + period.offset, through: last + period.offset)
      from = last
    }
    return total
  }

  private func countFixed(after start: Int, through end: Int) -> Int {
    let first = zone.latestWallTime(through: start)
    let last = zone.latestWallTime(through: end)
    var total = expression.countWallTimes(after: first, through: last)
    // What falls into a gap comes to one instant with what is due at its end.
    var before = zone.period(at: start)
    while before.end <= end {
      let after = zone.period(at: before.end)
      if after.offset > before.offset {
        let skipped = expression.countWallTimes(
          after: zone.latestWallTime(through: before.end - 1), through: after.start + after.offset)
        total -= max(0, skipped - 1)
      }
      before = after
    }
    return total
  }
}
