import AgentProtocol
import JSON
import Scheduling
import Testing
import TrainTools
import TrainingModel
import ZoneInfo

/// `schedule_preview`: the times, the warnings, and every problem at once, word for word.
@Suite struct SchedulePreviewTests {
  private func tool(at now: String = "2026-03-27T12:00:00Z") throws -> SchedulePreviewTool {
    let now = try Timestamp(now)
    return SchedulePreviewTool(surroundings: TriggerSurroundings(zones: Zones.berlin) { now })
  }

  private func preview(_ arguments: JSONObject) async throws -> ToolResult {
    let tool = try tool()
    try #require(tool.problems(with: arguments).isEmpty)
    let result = try await tool.call(arguments, context: CallContext())
    let schema = SchemaChecker(schema: tool.definition.outputSchema)
    #expect(schema.problems(with: .object(result.structuredContent)) == [])
    return result
  }

  private func problems(_ trigger: JSONObject, after: String? = nil) throws -> [String] {
    var arguments: JSONObject = ["trigger": .object(trigger)]
    arguments.append("after", ifKnown: after.map(JSONValue.string))
    return try tool().problems(with: arguments).map(\.description)
  }

  @Test func theTimesHaveTheOffsetsOfTheZone() async throws {
    let result = try await preview([
      "trigger": ["type": "cron", "cron_expression": "30 2 * * *", "timezone": "Europe/Berlin"], "count": 3,
    ])
    #expect(
      result.structuredContent == [
        // On the 29th the clocks skip 02:30.
        "next": ["2026-03-28T02:30:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00"],
        "timezone": "Europe/Berlin",
        "next_step":
          "Show the user these times; when they are what is wanted, call schedule_create with this trigger.",
      ])
    #expect(
      result.text == """
        The trigger comes due (Europe/Berlin) at:
          2026-03-28T02:30:00+01:00
          2026-03-29T03:00:00+02:00
          2026-03-30T02:30:00+02:00
        Next: Show the user these times; when they are what is wanted, call schedule_create with this trigger.
        """)
  }

  @Test func fiveTimesInTheZoneOfTheServerUnlessToldOtherwise() async throws {
    let result = try await preview(["trigger": ["type": "cron", "cron_expression": "@daily"]])
    #expect(result.structuredContent["next"]?.array?.count == 5)
    #expect(result.structuredContent["timezone"] == "Europe/Berlin")
    #expect(result.structuredContent["next"]?.array?.first == "2026-03-28T00:00:00+01:00")
  }

  @Test func anIntervalCountsFromAfter() async throws {
    let result = try await preview([
      "trigger": ["type": "interval", "interval_seconds": 86_400, "timezone": "UTC", "jitter_s": 60],
      "after": "2026-03-28T10:00:00+01:00", "count": 2,
    ])
    #expect(
      result.structuredContent["next"] == ["2026-03-29T09:00:00+00:00", "2026-03-30T09:00:00+00:00"])
    #expect(result.text.contains("Each start may come up to 60 s later (jitter_s)."))
  }

  @Test func anEndEndsTheTimes() async throws {
    let result = try await preview([
      "trigger": [
        "type": "cron", "cron_expression": "0 0 * * *", "timezone": "UTC", "end_at": "2026-03-29T00:00:00Z",
      ]
    ])
    #expect(
      result.structuredContent["next"] == ["2026-03-28T00:00:00+00:00", "2026-03-29T00:00:00+00:00"])
    #expect(result.text.contains("These are all."))
  }

  @Test func aTimeThatIsOverComesDueNoMore() async throws {
    let result = try await preview([
      "trigger": ["type": "once", "run_at": "2026-03-28T00:00:00Z", "timezone": "UTC"],
      "after": "2026-03-28T00:00:00Z",
    ])
    #expect(result.structuredContent["next"] == [])
    #expect(
      result.text == """
        The trigger comes due at no time after 2026-03-28T00:00:00+00:00 (UTC).
        Next: Choose another trigger, or an earlier time for after.
        """)
  }

  @Test(
    arguments: [
      (
        ["type": "cron", "cron_expression": "*/60 * * * *"],
        "minute: the step of '*/60' is wider than the field, so it means 0 alone"
      ),
      (
        ["type": "cron", "cron_expression": "0 0 13 * FRI"],
        "day-of-month and day-of-week are both set: a day that matches either one is taken"
      ),
      (
        ["type": "cron", "cron_expression": "0 0 */2 * MON"],
        "day-of-month and day-of-week are both set and one begins with '*': a day must match both"
      ),
      (
        ["type": "once", "run_at": "2026-03-29T02:30:00", "timezone": "Europe/Berlin"],
        "run_at: the clocks of Europe/Berlin are set forward past '2026-03-29T02:30:00', so it is "
          + "2026-03-29T03:00:00+02:00"
      ),
      (
        ["type": "once", "run_at": "2026-10-25T02:30:00", "timezone": "Europe/Berlin"],
        "run_at: the clocks of Europe/Berlin show '2026-10-25T02:30:00' twice; 2026-10-25T02:30:00+02:00 is taken "
          + "and not 2026-10-25T02:30:00+01:00 (write an offset to choose)"
      ),
    ] as [(JSONObject, String)])
  func whatMayBeMeantOtherwiseIsSaid(trigger: JSONObject, message: String) async throws {
    let result = try await preview(["trigger": .object(trigger)])
    #expect(
      result.structuredContent["warnings"] == [.string(message)])
    #expect(result.text.contains("Warning: \(message).\nNext: Tell the user the times and the warnings"))
  }

  @Test func everyProblemIsToldAtOnce() throws {
    #expect(
      try problems([
        "type": "cron", "cron_expression": "61 2-1 * * FRIDAY", "timezone": "europe/berlin",
        "start_at": "tomorrow", "interval_seconds": 60,
      ]) == [
        "trigger.timezone: the time zone database has no 'europe/berlin'; did you mean Europe/Berlin?",
        "trigger.interval_seconds: means nothing with type cron, only with type interval",
        "trigger.start_at: 'tomorrow' is no time: the year wants 4 digits; write it as 2026-03-08T02:30:00+01:00",
        "trigger.cron_expression: minute: 61 is out of range; allowed: 0-59, '*' ',' '-' '/'",
        "trigger.cron_expression: hour: '2-1' ends before it begins; allowed: 0-23, '*' ',' '-' '/'; "
          + "write 2-23,0-1",
        "trigger.cron_expression: day-of-week: there is no 'FRIDAY'; "
          + "allowed: 0-7 (0 and 7 are Sunday) or SUN-SAT, '*' ',' '-' '/'; write FRI",
      ])
  }

  @Test(
    arguments: [
      (["type": "once"], "trigger.run_at: is required by type once"),
      (["type": "interval"], "trigger.interval_seconds: is required by type interval"),
      (["type": "cron"], "trigger.cron_expression: is required by type cron"),
      (
        ["type": "once", "run_at": "2026-12-01T02:00:00"],
        "trigger.run_at: has no offset from UTC; write one, such as 2026-03-08T02:30:00+01:00, or give a timezone"
      ),
      (
        ["type": "once", "run_at": "2300-01-01T00:00:00", "timezone": "UTC"],
        "trigger.run_at: is out of range; write a time between 1678 and 2261"
      ),
      (
        ["type": "once", "run_at": "2026-03-27T11:00:00Z"],
        "trigger.run_at: it was 3600 s ago, which is more than 300 s; the server's time is "
          + "2026-03-27T12:00:00.000Z: write a time to come, or start the training with train_start"
      ),
      (
        ["type": "interval", "interval_seconds": 60, "jitter_s": 60],
        "trigger.jitter_s: a delay of up to 60 s could reach the next occurrence; write less than 60, "
          + "the least number of seconds between two occurrences (at most a day)"
      ),
      (
        [
          "type": "interval", "interval_seconds": 60, "start_at": "2026-04-02T00:00:00Z",
          "end_at": "2026-04-01T00:00:00Z",
        ],
        "trigger.end_at: the end is before the start; write an end_at after start_at"
      ),
      (
        ["type": "cron", "cron_expression": "0 0 1 1 *", "end_at": "2026-04-01T00:00:00Z"],
        "trigger.end_at: the schedule would never come due; the server's time is 2026-03-27T12:00:00.000Z: "
          + "write a trigger that comes due after it"
      ),
      (
        ["type": "cron", "cron_expression": "0 0 30 2 *"],
        "trigger.cron_expression: day-of-month: no year has a day '30' in the months '2'; "
          + "allowed: 1-29 with these months; for the last days of months of different length write a schedule "
          + "for each length"
      ),
      (
        ["type": "cron", "cron_expression": "0 0 * * *", "timezone": "+01:00"],
        "trigger.timezone: '+01:00' is no time zone: names have letters, digits and '_', '-', '+' between slashes; "
          + "write an IANA name such as Europe/Berlin, or UTC"
      ),
    ] as [(JSONObject, String)])
  func whatCannotBeIsRefused(trigger: JSONObject, problem: String) throws {
    #expect(try problems(trigger) == [problem])
  }

  @Test func whatIsOverMayBeAskedFor() async throws {
    #expect(
      try problems(["type": "once", "run_at": "2020-01-01T00:00:00Z"], after: "2019-12-31T00:00:00Z") == [])
    #expect(
      try problems(
        ["type": "interval", "interval_seconds": 60, "jitter_s": 60], after: "2019-12-31T00:00:00Z"
      )
      .count == 1)
  }

  @Test func aWrongAfterIsAProblemToo() throws {
    #expect(
      try problems(["type": "cron"], after: "2026-13-01T00:00:00Z") == [
        "trigger.cron_expression: is required by type cron",
        "after: '2026-13-01T00:00:00Z' is no time: the month is 13 and not 1 to 12; "
          + "write it as 2026-03-08T02:30:00+01:00",
      ])
  }

  @Test func whatTheSchemaRefusesIsNotRefusedTwice() throws {
    #expect(
      try tool().problems(with: ["trigger": ["type": "daily", "cron_expression": 5, "interval_seconds": 0]])
        == [])
    #expect(try tool().problems(with: [:]) == [])
  }
}
