import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// The schedule tools against a real server.
@Suite(.timeLimit(.minutes(10)), .blocking) struct ScheduleToolTests {
  private static let yearly: JSONValue = ["type": "cron", "cron_expression": "0 0 1 1 *", "timezone": "UTC"]

  private func create(_ yard: Yard, _ name: String, _ more: JSONObject = [:]) throws -> ToolAnswer {
    var arguments: JSONObject = [
      "name": .string(name), "trigger": Self.yearly, "start": ["command": ["true"]],
    ]
    for member in more.members { arguments[member.name] = member.value }
    try yard.company.prepareForStart()
    return try yard.client.callTool("schedule_create", arguments)
  }

  private func history(_ yard: Yard, _ id: JSONValue, _ more: JSONObject = [:]) throws -> ToolAnswer {
    var arguments: JSONObject = ["schedule_id": id]
    for member in more.members { arguments[member.name] = member.value }
    return try yard.client.callTool("schedule_history", arguments)
  }

  @Test func listsComeInPagesAndByStatusAndName() throws {
    let yard = try Yard()
    let names = ["alpha", "beta", "gamma"]
    var ids: [JSONValue] = []
    for name in names { ids.append(try #require(try create(yard, name)["schedule_id"])) }
    _ = try yard.client.callTool("schedule_pause", ["schedule_id": ids[1]])

    let first = try yard.client.callTool("schedule_list", ["limit": 2])
    #expect(first["schedules"]?.array?.map { $0["name"] } == ["gamma", "beta"])
    #expect(first["counts"] == ["active": 2, "paused": 1])
    let cursor = try #require(first["next_cursor"])
    #expect(first["next"]?.string?.contains(try #require(cursor.string)) == true)
    let second = try yard.client.callTool("schedule_list", ["limit": 2, "cursor": cursor])
    #expect(second["schedules"]?.array?.map { $0["name"] } == ["alpha"])
    #expect(second["next_cursor"] == nil)

    let paused = try yard.client.callTool("schedule_list", ["status": "paused"])
    #expect(paused["schedules"]?.array?.map { $0["schedule_id"] } == [ids[1]])
    #expect(paused.text.contains("(beta) is paused: cron 0 0 1 1 * (UTC)."))
    let named = try yard.client.callTool("schedule_list", ["name": "LPH"])
    #expect(named["schedules"]?.array?.map { $0["schedule_id"] } == [ids[0]])
  }

  @Test func whatCameDueIsInTheHistoryWithItsRun() throws {
    let yard = try Yard()
    let schedule = try create(
      yard, "ticks",
      [
        "trigger": ["type": "interval", "interval_seconds": 1, "timezone": "Europe/Berlin"], "max_runs": 2,
        "start": ["command": Yard.trainer("dies_in_startup")],
      ])
    let id = try #require(schedule["schedule_id"])
    try blockUntil("both runs have failed") {
      try history(yard, id, ["status": "failed"])["executions"]?.array?.count == 2
    }
    let answer = try history(yard, id)
    let executions = try #require(answer["executions"]?.array)
    let due = try executions.map { try #require($0["scheduled_for"]?.string) }
    #expect(due == due.sorted(by: >), "the newest comes first")
    #expect(due.allSatisfy { !$0.hasSuffix("Z") && !$0.hasSuffix("+00:00") }, "in the zone of the schedule")
    let run = try #require(executions[0]["process_id"]?.string)
    #expect(try yard.status("status", run)["process_status"] == "failed")
    #expect(answer["next"]?.string?.contains(run) == true)
    #expect(answer.text.contains(": failed, run \(run)"))

    let page = try history(yard, id, ["limit": 1])
    #expect(page["executions"]?.array?.map { $0["execution_id"] } == [executions[0]["execution_id"]])
    let rest = try history(yard, id, ["limit": 1, "cursor": try #require(page["next_cursor"])])
    #expect(rest["executions"]?.array?.map { $0["execution_id"] } == [executions[1]["execution_id"]])

    let after = try yard.client.callTool("schedule_list", ["schedule_id": id])
    #expect(after["status"] == "completed")
    #expect(after["total_runs"] == 2)
    #expect(after["failed_runs"] == 2)
    #expect(after["last_error"]?.string?.isEmpty == false)
    #expect(after.text.contains("2 runs started, the last at "))
  }

  @Test func aRunOutlivesItsSchedule() throws {
    let yard = try Yard()
    let schedule = try create(
      yard, "long",
      [
        "trigger": ["type": "interval", "interval_seconds": 1], "max_runs": 1,
        "start": ["command": ["sleep", "60"]],
      ])
    let id = try #require(schedule["schedule_id"])
    try blockUntil("it runs") { try history(yard, id)["executions"]?.array?.first?["status"] == "running" }
    let run = try #require(try history(yard, id)["executions"]?.array?.first?["process_id"]?.string)
    try blockUntil("its process is there") { try yard.status("status", run)["process_status"] == "running" }
    let deletion = try yard.client.callTool("schedule_delete", ["schedule_id": id, "confirm": true])
    #expect(deletion["running"] == [.string(run)])
    #expect(deletion.text.contains("Its runs go on: \(run)."))
    let status = try yard.status("status", run)
    #expect(status["process_status"] == "running", "\(status.text)")
    #expect(try yard.client.callTool("schedule_list", [:])["schedules"] == [])
    _ = try yard.status("kill", run, ["grace": 0, "confirm": true])
  }

  @Test func aServerThatMayOnlyLookChangesNoSchedule() throws {
    let yard = try Yard()
    let id = try #require(try create(yard, "kept")["schedule_id"])
    let reader = try Yard(arguments: ["--root", "/", "--read-only"], home: yard.home)
    #expect(try create(reader, "new")["error"]?["code"] == "read_only")
    for tool in ["schedule_pause", "schedule_resume", "schedule_delete"] {
      #expect(
        try reader.client.callTool(tool, ["schedule_id": id])["error"]?["code"] == "read_only", "\(tool)")
    }
    #expect(
      try reader.client.callTool("schedule_update", ["schedule_id": id, "name": "x"])["error"]?["code"]
        == "read_only")
    #expect(try reader.client.callTool("schedule_list", ["schedule_id": id])["name"] == "kept")
  }
}
