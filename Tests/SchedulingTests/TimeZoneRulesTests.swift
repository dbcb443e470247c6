import TestSupport
import Testing
import TrainingModel

@testable import Scheduling

@Suite struct TimeZoneRulesTests {
  @Test func theListedChangesHoldAndTheRuleAfterThem() throws {
    // 1990-01-01 to two hours, 2000-01-01 to one; then the rule of central Europe.
    let zone = try ZoneFileBytes.zone(
      initialOffset: 3_208,
      changes: [(time: 631_152_000, offset: 7_200), (time: 946_684_800, offset: 3_600)],
      footer: "CET-1CEST,M3.5.0,M10.5.0/3")
    #expect(zone.period(at: .min / 2) == TimeZonePeriod(offset: 3_208, start: .min, end: 631_152_000))
    #expect(zone.period(at: 631_151_999).offset == 3_208)
    #expect(zone.period(at: 631_152_000).offset == 7_200)
    #expect(zone.period(at: 946_684_799).offset == 7_200)
    #expect(zone.period(at: 946_684_800).offset == 3_600)
    let spring = try instant("2026-03-29T01:00Z").seconds
    let autumn = try instant("2026-10-25T01:00Z").seconds
    #expect(zone.period(at: spring - 1).offset == 3_600)
    #expect(zone.period(at: spring) == TimeZonePeriod(offset: 7_200, start: spring, end: autumn))
    #expect(zone.period(at: autumn).offset == 3_600)
  }

  @Test(arguments: [
    // In the south the other time lasts over the new year.
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-15T00:00Z", 39_600),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-07-15T00:00Z", 36_000),
    // Ireland's standard time is that of summer, and its other time is behind it.
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-15T00:00Z", 3_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-15T00:00Z", 0),
    // The other time all year.
    ("XXX3EDT4,0/0,J365/23", "2026-12-31T23:59Z", -14_400),
    ("XXX3EDT4,0/0,J365/23", "2026-01-01T04:00Z", -14_400),
    ("XXX3EDT4,0/0,J365/23", "2026-06-01T00:00Z", -14_400),
    // Hours of the day before, and of the days after (RFC 9636, 3.3.1).
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7_200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00Z", -3_600),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00Z", 10_800),
    // Days by number, with and without the leap day.
    ("AAA0BBB,J60/0,J61/0", "2028-03-01T00:00Z", 3_600), ("AAA0BBB,J60/0,J61/0", "2028-02-29T12:00Z", 0),
    ("AAA0BBB,59/0,60/0", "2028-02-29T12:00Z", 3_600), ("AAA0BBB,59/0,60/0", "2027-03-01T12:00Z", 3_600),
    ("<+0545>-5:45", "2026-03-29T00:59:59Z", 20_700),
  ])
  func whatFootersMean(footer: String, time: String, offset: Int) throws {
    #expect(try ZoneFileBytes.zone(footer: footer).offset(at: try instant(time)) == offset)
  }

  @Test func aRuleHoldsForEver() throws {
    let zone = try Zones.berlin()
    // 400 years have 146,097 days, which is a number of whole weeks.
    let cycle = 146_097 * 86_400
    var second = try instant("2026-01-01T00:00Z").seconds
    var periods = 0
    while periods < 900 {
      let (now, later) = (zone.period(at: second), zone.period(at: second + 3 * cycle))
      #expect(now.offset == later.offset)
      #expect(now.end + 3 * cycle == later.end)
      second = now.end
      periods += 1
    }
  }

  @Test func withoutARuleTheLastOffsetStays() throws {
    let changes = [(time: 946_684_800, offset: 3_600)]
    for file in [ZoneFileBytes(changes: changes), ZoneFileBytes(version: 0, changes: changes)] {
      let zone = try TimeZoneRules(name: "Test/Zone", file: file.bytes)
      #expect(zone.period(at: 9_000_000_000) == TimeZonePeriod(offset: 3_600, start: 946_684_800, end: .max))
    }
  }

  @Test func aChangeOfTheNameAloneIsNone() throws {
    let zone = try ZoneFileBytes.zone(
      changes: [(time: 100, offset: 3_600), (time: 200, offset: 3_600)], footer: "AAA-1")
    #expect(zone.period(at: 150) == TimeZonePeriod(offset: 3_600, start: 100, end: .max))
  }

  @Test(
    arguments: [
      ("nothing", [], "it ends within its header"),
      ("text", Array(String(repeating: "no zone ", count: 9).utf8), "it is no TZif file"),
      (
        "leap seconds", ZoneFileBytes(leapSeconds: [(time: 78_796_800, correction: 1)]).bytes,
        "it counts leap seconds; use the database without 'right/'"
      ),
      (
        "order", ZoneFileBytes(changes: [(time: 2, offset: 1), (time: 2, offset: 2)]).bytes,
        "its times do not ascend"
      ),
      ("offset", ZoneFileBytes(initialOffset: 90_000_000).bytes, "it has an offset of 90000000 s"),
      ("rule", ZoneFileBytes(footer: "CET-1CEST").bytes, "its footer 'CET-1CEST' is no rule"),
      (
        "month", ZoneFileBytes(footer: "CET-1CEST,M13.5.0,M10.5.0").bytes,
        "its footer 'CET-1CEST,M13.5.0,M10.5.0' is no rule"
      ),
      ("rest", ZoneFileBytes(footer: "CET-1 ").bytes, "its footer 'CET-1 ' is no rule"),
    ] as [(String, [UInt8], String)])
  func whatCannotBeRead(what: String, bytes: [UInt8], reason: String) throws {
    let error = try #require(throws: TimeZoneFileError.self) {
      try TimeZoneRules(name: "Test/Zone", file: bytes)
    }
    #expect(error == TimeZoneFileError(zone: "Test/Zone", reason: reason))
  }

  /// Whatever the bytes, the answer is an error or a zone, never a trap.
  @Test func brokenFilesAreNoTrap() throws {
    let whole = ZoneFileBytes(
      initialOffset: 3_208,
      changes: [(time: 631_152_000, offset: 7_200), (time: 946_684_800, offset: 3_600)],
      footer: "CET-1CEST,M3.5.0,M10.5.0/3"
    ).bytes
    for length in 0..<whole.count {
      #expect(throws: TimeZoneFileError.self, "\(length)") {
        try TimeZoneRules(name: "Test/Zone", file: Array(whole[..<length]))
      }
    }
    var random = SeededGenerator(seed: 9)
    var read = 0
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      // Which of them are refused does not matter here.
      guard let zone = try? TimeZoneRules(name: "Test/Zone", file: bytes) else { continue }
      read += 1
      for second in [-9_000_000_000, 0, 1_800_000_000, 9_000_000_000] {
        let period = zone.period(at: second)
        #expect(period.start <= second && second < period.end)
      }
    }
    #expect(read > 100)
  }
}
