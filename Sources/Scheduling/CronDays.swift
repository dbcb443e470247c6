internal import TrainingModel

/// The days that a cron expression means, found month by month and not day by day.
struct CronDays: Hashable, Sendable {
  /// Bits 1 to 31.
  let daysOfMonth: UInt64
  /// Bits 1 to 12.
  let months: UInt64
  /// Bits 0 to 6, Sunday first.
  let daysOfWeek: UInt64
  /// Whether a day that matches one of the two day fields is enough.
  let eitherSuffices: Bool

  /// Whether there is such a day in some year.
  var isPossible: Bool {
    // Each weekday comes in every month, also on a 29th of February, so only the day of the month can exclude.
    eitherSuffices || (1...12).contains { months >> $0 & 1 == 1 && daysOfMonth & Self.allDays($0, 2000) != 0 }
  }

  func neverFires(_ fields: [Substring]) -> CronProblem {
    let longest =
      (1...12).filter { months >> $0 & 1 == 1 }.map { CivilDate.days(inMonth: $0, of: 2000) }.max() ?? 0
    return CronProblem(
      kind: .neverFires, field: .dayOfMonth,
      message: "no year has a day '\(Quote.short(fields[2]))' in the months '\(Quote.short(fields[3]))'",
      allowed: "1-\(longest) with these months",
      hint: "for the last days of months of different length write a schedule for each length")
  }

  /// The first day on or after `day`, as days since 1970-01-01; nil when the next 400 years have none.
  func next(from day: Int) -> Int? {
    let date = CivilDate(dayNumber: day)
    var (year, month) = (date.year, date.month)
    var wanted = ~UInt64(0) << UInt64(date.day)
    let lastYear = year + 400
    while year <= lastYear {
      let monthsLeft = months >> UInt64(month)
      guard monthsLeft != 0 else {
        (year, month, wanted) = (year + 1, 1, ~0)
        continue
      }
      let skipped = monthsLeft.trailingZeroBitCount
      if skipped > 0 { (month, wanted) = (month + skipped, ~0) }
      let first = CivilDate(year: year, month: month, day: 1).dayNumber
      let found = matches(firstDay: first, month, year) & wanted
      if found != 0 { return first + found.trailingZeroBitCount - 1 }
      (month, wanted) = (month + 1, ~0)
    }
    return nil
  }

  /// The last day on or before `day`; nil when the 400 years before have none.
  func previous(from day: Int) -> Int? {
    let date = CivilDate(dayNumber: day)
    var (year, month) = (date.year, date.month)
    var wanted = ~(~UInt64(1) << UInt64(date.day))
    let firstYear = year - 400
    while year >= firstYear {
      let monthsLeft = months & ~(~UInt64(1) << UInt64(month))
      guard monthsLeft != 0 else {
        (year, month, wanted) = (year - 1, 12, ~0)
        continue
      }
      let last = 63 - monthsLeft.leadingZeroBitCount
      if last < month { (month, wanted) = (last, ~0) }
      let first = CivilDate(year: year, month: month, day: 1).dayNumber
      let found = matches(firstDay: first, month, year) & wanted
      if found != 0 { return first + 62 - found.leadingZeroBitCount }
      (month, wanted) = (month - 1, ~0)
    }
    return nil
  }

  /// How many of the days from `start` to before `end` match.
  func count(from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    let date = CivilDate(dayNumber: start)
    var (year, month) = (date.year, date.month)
    var first = start - date.day + 1
    var total = 0
    while first < end {
      if months >> UInt64(month) & 1 == 1 {
        var found = matches(firstDay: first, month, year)
        if first < start { found &= ~0 << UInt64(start - first + 1) }
        if end - first < 31 { found &= ~(~0 << UInt64(end - first + 1)) }
        total += found.nonzeroBitCount
      }
      first += CivilDate.days(inMonth: month, of: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return total
  }

  /// Whether a single day matches.
  func contains(_ day: Int) -> Bool { count(from: day, to: day + 1) == 1 }

  /// The matching days of a month as bits 1 to 31, for a month in `months` that begins at `firstDay`.
  private func matches(firstDay: Int, _ month: Int, _ year: Int) -> UInt64 {
    // 1970-01-01 was a Thursday.
    let weekday = firstDay + 4 - (firstDay + 4).floorDivided(by: 7) * 7
    // The week turned so that bit 0 is the weekday of the 1st, and repeated from bit 1 on.
    let week = (daysOfWeek >> UInt64(weekday) | daysOfWeek << UInt64(7 - weekday)) & 0x7F
    let byWeekday = week &* Self.fiveWeeks
    let either = eitherSuffices ? daysOfMonth | byWeekday : daysOfMonth & byWeekday
    return either & Self.allDays(month, year)
  }

  /// Bits 1, 8, 15, 22 and 29: a week multiplied by it stands on each of them.
  private static let fiveWeeks: UInt64 = 0x2040_8102

  private static func allDays(_ month: Int, _ year: Int) -> UInt64 {
    (1 << UInt64(CivilDate.days(inMonth: month, of: year)) - 1) << 1
  }
}
