import Scheduling
import Testing
import TrainingModel

@Suite struct WrittenTimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-03-08T02:30:00+01:00", 1_772_933_400_000_000_000),
    ("2026-03-08t01:30z", 1_772_933_400_000_000_000),
    ("2026-03-07 20:30:00-05:00", 1_772_933_400_000_000_000),
    ("2026-03-07T22:00-03:30", 1_772_933_400_000_000_000), ("1969-12-31T23:59:59.25Z", -750_000_000),
    ("2000-02-29T00:00:00.000000001Z", 951_782_400_000_000_001),
  ])
  func instants(text: String, nanoseconds: Int64) throws {
    #expect(try WrittenTime(text) == .instant(Timestamp(nanoseconds: nanoseconds)))
  }

  @Test func timesWithoutAnOffsetAreLocal() throws {
    #expect(try WrittenTime("1970-01-02T00:00:01") == .local(86_401))
  }

  @Test(arguments: [
    ("", "the year wants 4 digits"), ("tomorrow", "the year wants 4 digits"),
    ("2026-3-8", "the month wants 2 digits"),
    ("2026-13-01T00:00Z", "the month is 13 and not 1 to 12"),
    ("2026-02-29T00:00Z", "the day is 29 and not 1 to 28"),
    ("2026-03-08", "the time of day is missing"), ("2026-03-08T24:00Z", "the hour is 24 and not 0 to 23"),
    ("2026-03-08T12Z", "a ':' is missing"), ("2026-03-08T12:00:60Z", "the second is 60 and not 0 to 59"),
    ("2026-03-08T12:00:00.Z", "the fraction wants 1 to 9 digits"),
    ("2026-03-08T12:00:00.5", "a fraction of a second needs an offset"),
    ("2026-03-08T12:00+0100", "a ':' is missing"),
    ("2026-03-08T12:00 CET", "the offset is neither Z nor +hh:mm"),
    ("2026-03-08T12:00Zz", "something stands behind the Z"),
    ("2026-03-08T12:00+01:00x", "something stands behind the offset"),
    ("2500-01-01T00:00Z", "the year is out of range"),
  ])
  func whatIsWrong(text: String, reason: String) throws {
    let error = try #require(throws: WrittenTimeError.self) { try WrittenTime(text) }
    #expect(error.reason == reason)
  }

  @Test(arguments: [
    ("2026-03-08T06:59:59Z", "2026-03-08T01:59:59-05:00"),
    ("2026-03-08T07:00:00Z", "2026-03-08T03:00:00-04:00"),
    ("2026-03-08T07:00:00.25Z", "2026-03-08T03:00:00.250-04:00"),
  ])
  func timesAreWrittenWithTheOffsetThatHoldsThen(utc: String, local: String) throws {
    #expect(try instant(utc).rfc3339(in: try Zones.newYork()) == local)
  }

  @Test func offsetsOfOldClocksAreRoundedToMinutes() throws {
    // Before 1883 New York kept 4 h 56 min 2 s.
    let zone = try ZoneFileBytes.zone(initialOffset: -17_762, footer: "")
    #expect(try instant("1880-01-01T00:00:00Z").rfc3339(in: zone) == "1879-12-31T19:04:00-04:56")
    #expect(try instant("1880-01-01T00:00:00Z").rfc3339(in: .utc) == "1880-01-01T00:00:00+00:00")
  }
}
