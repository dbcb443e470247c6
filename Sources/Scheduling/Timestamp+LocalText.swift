package import TrainingModel

extension Timestamp {
  /// RFC 3339 in a zone, with the offset that holds there then: `2026-03-08T03:00:00-04:00`; milliseconds only where
  /// the time is not a whole second.
  ///
  /// The form knows whole minutes of offset alone, so where clocks kept others (before 1972) both time and offset
  /// are rounded to what they were nearest to.
  package func rfc3339(in zone: TimeZoneRules) -> String {
    let minutes = (zone.offset(at: self) + 30).floorDivided(by: 60)
    let local = second + minutes * 60
    let day = local.floorDivided(by: 86_400)
    let date = CivilDate(dayNumber: day)
    let secondOfDay = local - day * 86_400
    let milliseconds = (Int(nanoseconds) - second * 1_000_000_000) / 1_000_000
    let fraction = milliseconds == 0 ? "" : "." + Self.digits(milliseconds, 3)
    return [
      Self.digits(date.year, 4), "-", Self.digits(date.month, 2), "-", Self.digits(date.day, 2),
      "T", Self.digits(secondOfDay / 3_600, 2), ":", Self.digits(secondOfDay / 60 % 60, 2), ":",
      Self.digits(secondOfDay % 60, 2), fraction,
      minutes < 0 ? "-" : "+", Self.digits(abs(minutes) / 60, 2), ":", Self.digits(abs(minutes) % 60, 2),
    ].joined()
  }

  private static func digits(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
