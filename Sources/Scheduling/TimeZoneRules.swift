package import TrainingModel

/// When the clocks of a zone are how far from UTC, for all times past and to come.
package struct TimeZoneRules: Hashable, Sendable {
  /// The IANA name it was asked for: `Europe/Berlin`.
  package let name: String
  /// When each period begins, ascending; the first is `Int.min`.
  private let starts: [Int]
  private let offsets: [Int]
  /// From here on everything comes again after 400 years; `Int.max` when the last period lasts for ever.
  private let cycleStart: Int

  /// No period of any zone may be farther from UTC: RFC 9636, 3.2, and the footers of its section 3.3.
  static let largestOffset = 26 * 3_600
  /// Gregorian dates and weekdays come again after this.
  private static let cycle = 146_097 * 86_400

  /// - Parameters:
  ///   - changes: By ascending time, each with the offset from then on.
  ///   - rule: What holds after the last change.
  init(name: String, initialOffset: Int, changes: [(time: Int, offset: Int)], rule: ZoneFooterRule?) {
    var starts = [Int.min]
    var offsets = [initialOffset]
    func append(_ time: Int, _ offset: Int) {
      if starts.last == time {
        starts.removeLast()
        offsets.removeLast()
      }
      // What changes a zone's abbreviation alone is no change here.
      guard offsets.last != offset else { return }
      starts.append(time)
      offsets.append(offset)
    }
    for change in changes { append(change.time, change.offset) }
    var cycleStart = Int.max
    if let rule {
      let last = changes.last?.time ?? CivilDate(year: 1800, month: 1, day: 1).dayNumber * 86_400
      append(last, rule.offset(at: last))
      if rule.savings != nil {
        let year = CivilDate(dayNumber: last.floorDivided(by: 86_400)).year
        // Some years more than the cycle, so that the period at its end has an end.
        for change in rule.changes(inYears: year - 1...year + 404) where change.time > last {
          append(change.time, change.offset)
        }
        // Where the two times of the year are one there was nothing to append.
        let first = CivilDate(year: year + 2, month: 1, day: 1).dayNumber * 86_400
        if let end = starts.last, end > first + Self.cycle { cycleStart = first }
      }
    }
    self.name = name
    self.starts = starts
    self.offsets = offsets
    self.cycleStart = cycleStart
  }

  /// Coordinated Universal Time, which needs no file.
  package static let utc = TimeZoneRules(name: "UTC", initialOffset: 0, changes: [], rule: nil)

  /// What is added to UTC at a time to get local time, in seconds; east is positive.
  package func offset(at time: Timestamp) -> Int { period(at: time.second).offset }

  /// The period that a second since 1970 lies in.
  package func period(at second: Int) -> TimeZonePeriod {
    guard second >= cycleStart else { return tablePeriod(at: second) }
    let turns = (second - cycleStart) / Self.cycle * Self.cycle
    let period = tablePeriod(at: second - turns)
    return TimeZonePeriod(offset: period.offset, start: period.start + turns, end: period.end + turns)
  }

  private func tablePeriod(at second: Int) -> TimeZonePeriod {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= second { low = middle } else { high = middle }
    }
    return TimeZonePeriod(
      offset: offsets[low], start: starts[low], end: high < starts.count ? starts[high] : .max)
  }
}
