import Scheduling
import Testing
import TrainingModel

@Suite struct CronRecurrenceTests {
  private struct Case: Sendable {
    let expression: String
    let zone: @Sendable () throws -> TimeZoneRules
    let after: String
    let times: [String]
  }

  /// The clocks of New York skip 02:00 to 03:00 on 2026-03-08 and repeat 01:00 to 02:00 on 2026-11-01.
  private static let cases = [
    // What is skipped runs once, at the first instant after the gap.
    Case(
      expression: "30 2 * * *", zone: Zones.newYork, after: "2026-03-07T12:00:00-05:00",
      times: ["2026-03-08T03:00:00-04:00", "2026-03-09T02:30:00-04:00"]),
    Case(
      expression: "0,15,30 2 * * *", zone: Zones.newYork, after: "2026-03-07T12:00:00-05:00",
      times: ["2026-03-08T03:00:00-04:00", "2026-03-09T02:00:00-04:00"]),
    Case(
      expression: "30 2,3 * * *", zone: Zones.newYork, after: "2026-03-07T12:00:00-05:00",
      times: ["2026-03-08T03:00:00-04:00", "2026-03-08T03:30:00-04:00"]),
    // What comes twice runs in the first pass, whichever pass is asked in.
    Case(
      expression: "30 1 * * *", zone: Zones.newYork, after: "2026-10-31T12:00:00-04:00",
      times: ["2026-11-01T01:30:00-04:00", "2026-11-02T01:30:00-05:00"]),
    Case(
      expression: "30 1 * * *", zone: Zones.newYork, after: "2026-11-01T01:10:00-05:00",
      times: ["2026-11-02T01:30:00-05:00"]),
    Case(
      expression: "0 0-23 * * *", zone: Zones.newYork, after: "2026-11-01T00:30:00-04:00",
      times: ["2026-11-01T01:00:00-04:00", "2026-11-01T02:00:00-05:00"]),
    // A star in minute or hour follows the clock: nothing in the gap, both passes.
    Case(
      expression: "*/30 2 * * *", zone: Zones.newYork, after: "2026-03-07T12:00:00-05:00",
      times: ["2026-03-09T02:00:00-04:00"]),
    Case(
      expression: "0 * * * *", zone: Zones.newYork, after: "2026-11-01T00:30:00-04:00",
      times: ["2026-11-01T01:00:00-04:00", "2026-11-01T01:00:00-05:00", "2026-11-01T02:00:00-05:00"]),
    Case(
      expression: "*/40 * * * *", zone: Zones.newYork, after: "2026-03-08T01:30:00-05:00",
      times: ["2026-03-08T01:40:00-05:00", "2026-03-08T03:00:00-04:00"]),
    Case(
      expression: "*/30 1 1 11 *", zone: Zones.newYork, after: "2026-11-01T01:40:00-04:00",
      times: ["2026-11-01T01:00:00-05:00", "2026-11-01T01:30:00-05:00", "2027-11-01T01:00:00-04:00"]),
    Case(
      expression: "0,30 * 8 3 *", zone: Zones.newYork, after: "2026-03-08T01:40:00-05:00",
      times: ["2026-03-08T03:00:00-04:00", "2026-03-08T03:30:00-04:00"]),
    // Half an hour.
    Case(
      expression: "15 2 * * *", zone: Zones.lordHowe, after: "2026-10-03T12:00:00+10:30",
      times: ["2026-10-04T02:30:00+11:00", "2026-10-05T02:15:00+11:00"]),
    Case(
      expression: "45 1 * * *", zone: Zones.lordHowe, after: "2026-04-04T12:00:00+11:00",
      times: ["2026-04-05T01:45:00+11:00", "2026-04-06T01:45:00+10:30"]),
    // The day that the date line took.
    Case(
      expression: "0 12 30 12 *", zone: Zones.apia, after: "2011-12-29T23:00:00-10:00",
      times: ["2011-12-31T00:00:00+14:00", "2012-12-30T12:00:00+14:00"]),
    Case(
      expression: "0 */12 * * *", zone: Zones.apia, after: "2011-12-29T13:00:00-10:00",
      times: ["2011-12-31T00:00:00+14:00", "2011-12-31T12:00:00+14:00"]),
  ]

  @Test(arguments: cases.indices)
  func daysOnWhichClocksChange(index: Int) throws {
    let item = Self.cases[index]
    let zone = try item.zone()
    let recurrence = CronRecurrence(try CronExpression(item.expression), in: zone)
    let times = recurrence.times(after: try instant(item.after), count: item.times.count)
    #expect(times.map { $0.rfc3339(in: zone) } == item.times, "\(item.expression)")
    // Backward and in one go it is the same.
    let last = try #require(times.last)
    #expect(recurrence.count(after: try instant(item.after), through: last) == times.count)
    for (earlier, later) in zip(times, times.dropFirst()) {
      #expect(recurrence.previous(before: later) == earlier)
    }
  }

  /// The longest waits that are true: a 29th of February on a Sunday, and over 2100, which has none.
  @Test(arguments: [
    ("0 0 29 2 *", "2096-03-01T00:00Z", "2104-02-29T00:00:00+00:00"),
    ("0 0 29 2 */7", "2088-03-01T00:00Z", "2128-02-29T00:00:00+00:00"),
  ])
  func longWaits(text: String, after: String, next: String) throws {
    let recurrence = CronRecurrence(try CronExpression(text), in: .utc)
    #expect(recurrence.next(after: try instant(after))?.rfc3339(in: .utc) == next)
    #expect(recurrence.previous(before: try instant(next))?.rfc3339(in: .utc) != nil)
  }

  /// The second Sunday of March at two is a gap every year, and this job runs in none.
  @Test func aJobThatFallsIntoGapsAloneNeverRuns() throws {
    let recurrence = CronRecurrence(try CronExpression("*/5 2 8-14 3 */7"), in: try Zones.newYork())
    #expect(recurrence.next(after: try instant("2026-01-01T00:00Z")) == nil)
  }

  @Test func timesBetweenSecondsAreComparedExactly() throws {
    let recurrence = CronRecurrence(try CronExpression("0 12 * * *"), in: .utc)
    let noon = try instant("2026-01-15T12:00:00Z")
    let justBefore = Timestamp(nanoseconds: noon.nanoseconds - 1)
    let justAfter = Timestamp(nanoseconds: noon.nanoseconds + 1)
    #expect(recurrence.next(after: justBefore) == noon)
    #expect(recurrence.next(after: noon) == Timestamp(seconds: noon.seconds + 86_400))
    #expect(recurrence.previous(before: justAfter) == noon)
    #expect(recurrence.previous(before: noon) == Timestamp(seconds: noon.seconds - 86_400))
    #expect(recurrence.count(after: justBefore, through: noon) == 1)
    #expect(recurrence.count(after: noon, through: justAfter) == 0)
  }

  @Test func theEndsOfTimeAreNoTrap() throws {
    for text in ["* * * * *", "0 2 * * *", "0 0 29 2 *"] {
      for zone in try Zones.all() {
        let recurrence = CronRecurrence(try CronExpression(text), in: zone)
        let (first, last) = (Timestamp(nanoseconds: .min), Timestamp(nanoseconds: .max))
        #expect(recurrence.next(after: last) == nil)
        #expect(recurrence.previous(before: first) == nil)
        #expect(recurrence.next(after: first) != nil)
        #expect(recurrence.previous(before: last) != nil)
        #expect(recurrence.count(after: first, through: last) > 100)
      }
    }
  }
}
