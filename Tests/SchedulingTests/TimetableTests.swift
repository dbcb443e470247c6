import Scheduling
import TestSupport
import Testing
import TrainingModel

@Suite struct TimetableTests {
  private func grid(_ seconds: Int, _ anchor: String) throws -> Trigger {
    .interval(try IntervalGrid(seconds: seconds, anchor: try instant(anchor)))
  }

  private func cron(_ text: String, in zone: TimeZoneRules = .utc) throws -> Trigger {
    .cron(CronRecurrence(try CronExpression(text), in: zone))
  }

  private func texts(_ times: [Timestamp]) -> [String] { times.map(\.rfc3339) }

  @Test func anIntervalKeepsItsGrid() throws {
    let trigger = try grid(600, "2026-03-02T10:07:00Z")
    #expect(trigger.next(after: try instant("2020-01-01T00:00Z"))?.rfc3339 == "2026-03-02T10:07:00.000Z")
    #expect(trigger.next(after: try instant("2026-03-02T10:07:00Z"))?.rfc3339 == "2026-03-02T10:17:00.000Z")
    #expect(trigger.next(after: try instant("2026-03-05T10:16:59.9Z"))?.rfc3339 == "2026-03-05T10:17:00.000Z")
    #expect(
      trigger.previous(before: try instant("2026-03-02T10:17:00Z"))?.rfc3339 == "2026-03-02T10:07:00.000Z")
    #expect(trigger.previous(before: try instant("2026-03-02T10:07:00Z")) == nil)
    #expect(
      trigger.count(after: try instant("2026-03-02T10:07:00Z"), through: try instant("2026-03-02T11:07:00Z"))
        == 6)
    #expect(
      trigger.count(after: try instant("2020-01-01T00:00Z"), through: try instant("2026-03-02T10:07:00Z"))
        == 1)
  }

  @Test func anIntervalWithoutAStartBeginsAfterOneOnAWholeSecond() throws {
    let grid = try IntervalGrid(seconds: 60, createdAt: try instant("2026-03-02T10:00:00.2Z"))
    #expect(grid.anchor == (try instant("2026-03-02T10:01:01Z")))
  }

  @Test(arguments: [0, -5, 3_155_760_001, Int.max, Int.min])
  func intervalsHaveBounds(seconds: Int) throws {
    let error = try #require(throws: ScheduleProblem.self) {
      try IntervalGrid(seconds: seconds, createdAt: Timestamp(seconds: 0))
    }
    #expect(error.kind == .outOfRange)
    #expect(throws: ScheduleProblem.self) {
      try IntervalGrid(seconds: seconds, anchor: Timestamp(seconds: 0))
    }
  }

  @Test func startAndEndAreInclusive() throws {
    let (ten, eleven) = (try instant("2026-03-02T10:00Z"), try instant("2026-03-02T11:00Z"))
    let table = Timetable(try cron("*/30 * * * *"), startAt: ten, endAt: eleven)
    let all = table.occurrences(
      after: Timestamp(nanoseconds: .min), through: Timestamp(nanoseconds: .max), limit: 10)
    #expect(
      texts(all) == ["2026-03-02T10:00:00.000Z", "2026-03-02T10:30:00.000Z", "2026-03-02T11:00:00.000Z"])
    #expect(table.count(after: Timestamp(nanoseconds: .min), through: Timestamp(nanoseconds: .max)) == 3)
    #expect(table.previous(before: Timestamp(nanoseconds: .max)) == eleven)
    #expect(table.previous(before: ten) == nil)
    #expect(table.next(after: eleven) == nil)
    #expect(table.occurrences(after: ten, through: eleven, limit: 1).count == 1)
  }

  @Test func aTriggerOfOneTime() throws {
    let at = try instant("2026-03-02T10:00Z")
    let table = Timetable(.once(at))
    #expect(table.next(after: Timestamp(nanoseconds: at.nanoseconds - 1)) == at)
    #expect(table.next(after: at) == nil)
    #expect(table.previous(before: at) == nil)
    #expect(table.previous(before: Timestamp(nanoseconds: at.nanoseconds + 1)) == at)
    #expect(table.count(after: Timestamp(seconds: 0), through: at) == 1)
    #expect(table.count(after: at, through: Timestamp(nanoseconds: .max)) == 0)
  }

  @Test func jitterDelaysAndNothingElse() throws {
    let jitter = Jitter(seconds: 30, key: "schedule-a")
    let table = Timetable(try cron("* * * * *"), jitter: jitter)
    let start = try instant("2026-03-02T10:00Z")
    let occurrences = table.occurrences(after: start, through: Timestamp(nanoseconds: .max), limit: 500)
    // The grid is the same with it and without.
    #expect(occurrences.last == Timestamp(seconds: start.seconds + 500 * 60))
    let delays = occurrences.map { table.dueTime(of: $0).seconds - $0.seconds }
    #expect(delays.allSatisfy { 0...30 ~= $0 })
    #expect(Set(delays).count == 31)
    let again = Timetable(try cron("* * * * *"), jitter: jitter)
    #expect(occurrences.map { again.dueTime(of: $0).seconds - $0.seconds } == delays)
    let other = Timetable(try cron("* * * * *"), jitter: Jitter(seconds: 30, key: "schedule-b"))
    #expect(occurrences.map { other.dueTime(of: $0).seconds - $0.seconds } != delays)
  }

  /// Sixteen minutes apart on the wall, but on 2026-03-08 in New York 02:45 is skipped and comes at 03:00.
  @Test func jitterNeverReachesTheNextOccurrence() throws {
    let trigger = try cron("1,45 2,3 * * *", in: try Zones.newYork())
    let (skipped, next) = (try instant("2026-03-08T03:00-04:00"), try instant("2026-03-08T03:01-04:00"))
    let ordinary = try instant("2026-03-09T02:45-04:00")
    var longest = 0
    for key in 0..<50 {
      let table = Timetable(trigger, jitter: Jitter(seconds: 900, key: "schedule-\(key)"))
      #expect(table.next(after: skipped) == next)
      #expect(table.dueTime(of: skipped) < next)
      longest = max(longest, table.dueTime(of: ordinary).seconds - ordinary.seconds)
    }
    #expect(longest > 600)
  }

  @Test(arguments: [
    ("* * * * *", 60), ("0 * * * *", 3_600), ("0 2 * * *", 86_400), ("50,10 * * * *", 1_200),
    ("55,0 2,3 * * *", 300), ("0 0,23 * * *", 3_600), ("59 23 * * 1", 86_400),
  ])
  func theShortestPeriodOfAnExpression(text: String, seconds: Int) throws {
    #expect(try cron(text).shortestPeriod == seconds)
  }
}
