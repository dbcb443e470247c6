internal import TrainingModel

/// What a zone does after the last change that its file lists: standard time, and two changes a year or none.
struct ZoneFooterRule: Hashable, Sendable {
  /// Seconds from UTC in standard time; east is positive.
  let standardOffset: Int
  /// nil when the clocks are not changed.
  let savings: Savings?

  /// The other time of the year.
  ///
  /// It may be behind standard time, as in Ireland.
  struct Savings: Hashable, Sendable {
    /// Seconds from UTC; east is positive.
    let offset: Int
    /// By standard time.
    let begin: Moment
    /// By this other time.
    let end: Moment
  }

  /// A time of a day of every year.
  struct Moment: Hashable, Sendable {
    let day: Day
    /// Seconds from the midnight that begins the day; from -167 to 167 hours.
    let time: Int

    /// Seconds since the 1970-01-01 00:00 of the wall clock.
    func wallTime(in year: Int) -> Int { day.number(in: year) * 86_400 + time }
  }

  /// How a rule names a day.
  enum Day: Hashable, Sendable {
    /// `J60`: 1 to 365, a 29th of February not counted.
    case ofYearWithoutLeapDay(Int)
    /// `59`: 0 to 365, a 29th of February counted.
    case ofYear(Int)
    /// `M3.2.0`: of month 1 to 12 the week 1 to 5, where 5 is the last, and in it the weekday 0 to 6 from Sunday.
    case weekday(month: Int, week: Int, weekday: Int)

    /// Days since 1970-01-01.
    func number(in year: Int) -> Int {
      let newYear = CivilDate(year: year, month: 1, day: 1).dayNumber
      switch self {
      case .ofYear(let day): return newYear + day
      case .ofYearWithoutLeapDay(let day):
        return newYear + day - (CivilDate.isLeap(year) && day >= 60 ? 0 : 1)
      case .weekday(let month, let week, let weekday):
        let first = CivilDate(year: year, month: month, day: 1).dayNumber
        // 1970-01-01 was a Thursday.
        let firstWeekday = first + 4 - (first + 4).floorDivided(by: 7) * 7
        let day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
        return first + (day < CivilDate.days(inMonth: month, of: year) ? day : day - 7)
      }
    }
  }

  /// The changes of some years by time, each with the offset from then on.
  func changes(inYears years: ClosedRange<Int>) -> [(time: Int, offset: Int)] {
    guard let savings else { return [] }
    let changes = years.flatMap { year in
      [
        (time: savings.begin.wallTime(in: year) - standardOffset, offset: savings.offset),
        (time: savings.end.wallTime(in: year) - savings.offset, offset: standardOffset),
      ]
    }
    // Where the other time lasts all year, the end in one year and the begin in the next are one instant, at which
    // it goes on: the one of the later year counts.
    return changes.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }

  /// Seconds from UTC at a second since 1970.
  func offset(at second: Int) -> Int {
    let year = CivilDate(dayNumber: second.floorDivided(by: 86_400)).year
    let changes = changes(inYears: year - 2...year + 2)
    return changes.last { $0.time <= second }?.offset ?? standardOffset
  }
}
