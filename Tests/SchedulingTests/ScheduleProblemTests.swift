import Scheduling
import Testing
import TrainingModel

@Suite struct ScheduleProblemTests {
  private static let now = Timestamp(seconds: 1_772_445_600)

  private func hourly() throws -> Trigger { .cron(CronRecurrence(try CronExpression("0 * * * *"), in: .utc)) }

  private func problems(
    _ policy: SchedulePolicy = SchedulePolicy(), trigger: Trigger? = nil, startAt: Int? = nil,
    endAt: Int? = nil,
    jitter: Int? = nil
  ) throws -> [String] {
    func time(_ seconds: Int?) -> Timestamp? { seconds.map { Timestamp(seconds: Self.now.seconds + $0) } }
    let timetable = Timetable(
      try trigger ?? hourly(), startAt: time(startAt), endAt: time(endAt),
      jitter: jitter.map { Jitter(seconds: $0, key: "a") })
    return ScheduleRules(timetable, policy).problems(createdAt: Self.now).map {
      "\($0.argument) \($0.kind.rawValue)"
    }
  }

  @Test func whatIsInOrder() throws {
    #expect(try problems() == [])
    #expect(try problems(startAt: 100, endAt: 100_000, jitter: 3_599) == [])
    #expect(try problems(SchedulePolicy(misfireGrace: 0, catchUp: .none, overlap: .allow, maxRuns: 1)) == [])
    #expect(try problems(SchedulePolicy(catchUp: .all, overlap: .queue)) == [])
  }

  @Test func whatContradictsItself() throws {
    #expect(try problems(SchedulePolicy(catchUp: .all)) == ["catch_up contradiction"])
    #expect(
      try problems(SchedulePolicy(misfireGrace: 0, catchUp: .all, overlap: .queue)) == [
        "catch_up contradiction"
      ])
    #expect(try problems(SchedulePolicy(overlap: .allow, runningLimit: 2)) == ["max_instances contradiction"])
    #expect(try problems(jitter: 3_600) == ["jitter_s contradiction"])
    let once = Trigger.once(Timestamp(seconds: Self.now.seconds + 60))
    #expect(try problems(SchedulePolicy(maxRuns: 2), trigger: once) == ["max_runs contradiction"])
  }

  @Test func whatIsOutOfRange() throws {
    #expect(try problems(SchedulePolicy(misfireGrace: -1)) == ["misfire_grace_s out_of_range"])
    #expect(try problems(SchedulePolicy(runningLimit: 0)) == ["max_instances out_of_range"])
    #expect(try problems(SchedulePolicy(maxRuns: 0)) == ["max_runs out_of_range"])
    #expect(try problems(jitter: -1) == ["jitter_s out_of_range"])
  }

  @Test func allAreToldAtOnce() throws {
    let policy = SchedulePolicy(misfireGrace: -1, catchUp: .all, maxRuns: 0)
    #expect(
      try problems(policy, startAt: 100, endAt: 50) == [
        "misfire_grace_s out_of_range", "max_runs out_of_range", "catch_up contradiction",
        "end_at end_before_start",
      ])
  }

  @Test func whatWouldNeverComeDue() throws {
    #expect(try problems(endAt: -1) == ["end_at never_due"])
    #expect(try problems(startAt: 60, endAt: 120) == ["end_at never_due"])
    let inGapsAlone = CronRecurrence(try CronExpression("*/5 2 8-14 3 */7"), in: try Zones.newYork())
    #expect(try problems(trigger: .cron(inGapsAlone)) == ["trigger never_due"])
    #expect(
      try problems(trigger: .once(Timestamp(seconds: Self.now.seconds + 60)), endAt: 30) == [
        "end_at never_due"
      ])
  }

  @Test(
    arguments: [
      (300, .latest, []), (301, .latest, ["run_at run_at_in_past"]), (0, .none, []),
      (1, .none, ["run_at run_at_in_past"]),
    ]
      as [(Int, CatchUpPolicy, [String])])
  func aTimeInThePastIsTakenWithinTheGrace(late: Int, catchUp: CatchUpPolicy, expected: [String]) throws {
    let once = Trigger.once(Timestamp(seconds: Self.now.seconds - late))
    #expect(try problems(SchedulePolicy(catchUp: catchUp), trigger: once) == expected)
  }

  @Test func theServersTimeIsInTheMessage() throws {
    let rules = ScheduleRules(Timetable(.once(Timestamp(seconds: Self.now.seconds - 3_600))))
    #expect(
      rules.problems(createdAt: Self.now).map(\.description) == [
        "run_at: it was 3600 s ago, which is more than 300 s; the server's time is 2026-03-02T10:00:00.000Z: "
          + "write a time to come, or start the training with train_start"
      ])
  }
}
