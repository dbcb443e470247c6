import Scheduling

/// Zones as tests need them: an hour, half an hour and two hours of daylight saving, and the day that a move of the
/// date line takes away.
enum Zones {
  static func newYork() throws -> TimeZoneRules {
    try ZoneFileBytes.zone("Test/New_York", initialOffset: -18_000, footer: "EST5EDT,M3.2.0,M11.1.0")
  }

  static func berlin() throws -> TimeZoneRules {
    try ZoneFileBytes.zone("Test/Berlin", initialOffset: 3_600, footer: "CET-1CEST,M3.5.0,M10.5.0/3")
  }

  /// Clocks go forward half an hour in October.
  static func lordHowe() throws -> TimeZoneRules {
    try ZoneFileBytes.zone(
      "Test/Lord_Howe", initialOffset: 37_800, footer: "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
  }

  static func troll() throws -> TimeZoneRules {
    try ZoneFileBytes.zone("Test/Troll", footer: "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3")
  }

  /// No 2011-12-30: from -10:00 to +14:00 at 2011-12-30T10:00:00Z.
  static func apia() throws -> TimeZoneRules {
    try ZoneFileBytes.zone(
      "Test/Apia", initialOffset: -36_000, changes: [(time: 1_325_239_200, offset: 50_400)],
      footer: "<+14>-14")
  }

  static func all() throws -> [TimeZoneRules] {
    [.utc, try newYork(), try berlin(), try lordHowe(), try troll(), try apia()]
  }
}
