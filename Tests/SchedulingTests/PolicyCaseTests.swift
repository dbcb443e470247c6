import JSON
import Scheduling
import Testing
import TrainingModel

@Suite(.enabled(if: CaseDirectory.path != nil)) struct PolicyCaseTests {
  @Test func schedulesDoAsTheCasesSay() throws {
    let cases = try CaseDirectory.cases("policy.jsonl")
    #expect(cases.count >= 20)
    for item in cases {
      let name = item["name"]?.string ?? ""
      let created = try instant(item, "created_at")
      let expected = try #require(item["expect"])
      let rules = try rules(try #require(item["schedule"]), created)
      let problems = rules.problems(createdAt: created).map(\.kind.rawValue)
      guard expected["create"]?.string == "ok" else {
        #expect(problems == [expected["error"]?.string ?? ""], "\(name)")
        continue
      }
      #expect(problems == [], "\(name)")
      let run = try #require(item["run_seconds"]?.integer)
      var scheduler = SimulatedScheduler(rules, createdAt: created, runSeconds: Int(run))
      var passed = 0
      for event in item["timeline"]?.array ?? [] {
        let time = try instant(event, "at").seconds - created.seconds
        scheduler.advance(seconds: time - passed)
        passed = time
        switch event["do"]?.string {
        case "server_down": scheduler.goDown()
        case "server_up": scheduler.comeUp()
        case "pause": scheduler.pause()
        case "resume": scheduler.resume()
        case "clock_jump": scheduler.stepClock(seconds: Int(try #require(event["seconds"]?.integer)))
        default: Issue.record("\(name): unknown event \(event)")
        }
      }
      scheduler.advance(seconds: try instant(item, "until").seconds - created.seconds - passed)
      try check(scheduler, expected, name)
    }
  }

  private func check(_ scheduler: SimulatedScheduler, _ expected: JSONValue, _ name: String) throws {
    let starts = try #require(expected["starts"]?.array)
    #expect(
      scheduler.starts.map { [$0.occurrence.rfc3339(in: .utc), $0.at.rfc3339(in: .utc)] }
        == starts.map { [$0["scheduled_for"]?.string, $0["started_at"]?.string] }, "\(name)")
    let tally = scheduler.state.tally
    var missed = Dictionary(uniqueKeysWithValues: tally.missed.map { ($0.rawValue, Int64($1)) })
    if tally.skippedOverlap > 0 { missed["overlap"] = Int64(tally.skippedOverlap) }
    let wanted = try #require(expected["missed"]?.object)
    #expect(
      missed == Dictionary(uniqueKeysWithValues: wanted.members.map { ($0.name, $0.value.integer ?? -1) }),
      "\(name)")
    #expect(
      scheduler.rules.nextDue(scheduler.state)?.rfc3339(in: .utc) == expected["next_fire"]?.string, "\(name)")
  }

  private func rules(_ schedule: JSONValue, _ created: Timestamp) throws -> ScheduleRules {
    func time(_ name: String) throws -> Timestamp? {
      schedule[name]?.string == nil ? nil : try instant(schedule, name)
    }
    func number(_ name: String) -> Int? { schedule[name]?.integer.map { Int($0) } }
    let start = try time("start_at")
    let trigger: Trigger
    switch schedule["kind"]?.string {
    case "once": trigger = .once(try #require(try time("run_at")))
    case "interval":
      let seconds = try #require(number("interval_seconds"))
      let grid = try start.map { try IntervalGrid(seconds: seconds, anchor: $0) }
      trigger = .interval(try grid ?? IntervalGrid(seconds: seconds, createdAt: created))
    default:
      #expect(schedule["timezone"]?.string == "UTC")
      trigger = .cron(CronRecurrence(try CronExpression(try #require(schedule["cron"]?.string)), in: .utc))
    }
    let policy = SchedulePolicy(
      misfireGrace: number("misfire_grace_seconds") ?? 300, runningLimit: number("max_instances") ?? 1)
    return ScheduleRules(Timetable(trigger, startAt: start, endAt: try time("end_at")), policy)
  }

  private func instant(_ value: JSONValue, _ name: String) throws -> Timestamp {
    try SchedulingTests.instant((value[name]?.string ?? "") + "Z")
  }
}
