import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// What is to happen around a run, through the tools of a real server: given, shown, changed and taken away.
@Suite(.timeLimit(.minutes(10)), .blocking) struct FollowUpToolTests {
  private func create(_ yard: Yard, _ name: String, _ more: JSONObject = [:]) throws -> ToolAnswer {
    var arguments: JSONObject = [
      "name": .string(name), "trigger": ["type": "cron", "cron_expression": "0 0 1 1 *", "timezone": "UTC"],
      "start": ["command": ["true"], "env": ["API_TOKEN": "hunter2hunter2"]],
    ]
    for member in more.members { arguments[member.name] = member.value }
    return try yard.client.callTool("schedule_create", arguments)
  }

  @Test func fieldsAreShownAndTakenAway() throws {
    let yard = try Yard()
    let first = try #require(try create(yard, "first")["schedule_id"])
    let created = try create(
      yard, "second",
      [
        "retry": ["max_attempts": 3, "only_for": ["network_error"]], "after": ["schedule_id": first],
        "on_finish": ["command": ["notify", "hunter2hunter2"]],
      ])
    let id = try #require(created["schedule_id"])
    #expect(created["retry"] == ["max_attempts": 3, "backoff_s": 60, "only_for": ["network_error"]])
    #expect(created["after"] == ["schedule_id": first])
    #expect(created["on_finish"] == ["command": ["notify", "**************"], "timeout_s": 60])
    #expect(
      created.text.contains("Tries again after network_error: 3 attempts in all, the second after 60 s."))
    #expect(created.text.contains("Starts only once \(first.string ?? "") has completed a run"))
    let listed = try yard.client.callTool("schedule_list", ["schedule_id": id])
    for field in ["retry", "after", "on_finish"] { #expect(listed[field] == created[field], "\(field)") }
    let renamed = try yard.client.callTool("schedule_update", ["schedule_id": id, "name": "third"])
    for field in ["retry", "after", "on_finish"] { #expect(renamed[field] == created[field], "\(field)") }
    let bare = try yard.client.callTool(
      "schedule_update", ["schedule_id": id, "retry": .null, "after": .null, "on_finish": .null])
    for field in ["retry", "after", "on_finish"] { #expect(bare[field] == nil, "\(field)") }
  }

  @Test func aCycleIsRefusedByName() throws {
    let yard = try Yard()
    let first = try #require(try create(yard, "first")["schedule_id"])
    let second = try #require(try create(yard, "second", ["after": ["schedule_id": first]])["schedule_id"])
    let refused = try yard.client.callTool(
      "schedule_update", ["schedule_id": first, "after": ["schedule_id": second]])
    #expect(refused.text.contains("(first) after \(second.string ?? "") (second) after"), "\(refused.text)")
  }

  @Test(
    arguments: [
      ("schedule_pause", [:], "the schedule was paused", "paused"),
      ("schedule_update", ["retry": .null], "the schedule was changed", "active"),
    ] as [(String, JSONObject, String, String)])
  func whoEndsTheWaitingEndsTheOccurrence(
    tool: String, more: JSONObject, reason: String, status: String
  ) throws {
    let yard = try Yard()
    let id = try #require(
      try create(
        yard, "ticks",
        [
          "trigger": ["type": "interval", "interval_seconds": 1],
          "start": [
            "command": [
              "sh", "-c", "echo 'ConnectionResetError: [Errno 104] Connection reset by peer'; exit 1",
            ]
          ],
          "retry": ["max_attempts": 2, "backoff_s": 3_600], "on_finish": ["command": ["true"]],
        ])["schedule_id"])
    func waiting() throws -> JSONValue? {
      try yard.client.callTool("schedule_history", ["schedule_id": id, "status": "failed"])["executions"]?
        .array?
        .last
    }
    try blockUntil("it waits") { try waiting()?["retry_at"] != nil }
    #expect(try waiting()?["on_finish"] == nil)
    let before = try yard.client.callTool("schedule_list", ["schedule_id": id])
    #expect(before["failed_runs"] == 0)
    try blockUntil("what comes due meanwhile is skipped") {
      try yard.client.callTool("schedule_history", ["schedule_id": id, "status": "skipped_overlap"])[
        "executions"]?
        .array?.isEmpty == false
    }
    var arguments: JSONObject = ["schedule_id": id]
    for member in more.members { arguments[member.name] = member.value }
    #expect(try yard.client.callTool(tool, arguments)["status"] == .string(status))
    try blockUntil("the occurrence has come to its end") { try waiting()?["on_finish"]?["exit_code"] == 0 }
    let ended = try #require(try waiting())
    #expect(ended["retry_at"] == nil)
    #expect(ended["error_message"]?.string?.hasSuffix("No further attempt: \(reason).") == true)
    let after = try yard.client.callTool("schedule_list", ["schedule_id": id])
    #expect(try #require(after["failed_runs"]?.integer) >= 1)
    _ = try yard.client.callTool("schedule_delete", ["schedule_id": id, "confirm": true])
  }

  @Test func theHistoryShowsAttemptsAndTheEndOfTheCommand() throws {
    let yard = try Yard()
    let schedule = try create(
      yard, "ticks",
      [
        "trigger": ["type": "interval", "interval_seconds": 1], "max_runs": 1,
        "start": [
          "command": [
            "sh", "-c", "echo 'ConnectionResetError: [Errno 104] Connection reset by peer'; exit 1",
          ]
        ],
        "retry": ["max_attempts": 2, "backoff_s": 0], "on_finish": ["command": ["sh", "-c", "exit 7"]],
      ])
    let id = try #require(schedule["schedule_id"])
    func execution() throws -> JSONValue? {
      try yard.client.callTool("schedule_history", ["schedule_id": id])["executions"]?.array?.first
    }
    try blockUntil("its command has ended") { try execution()?["on_finish"] != nil }
    let ended = try #require(try execution())
    #expect(ended["status"] == "failed")
    #expect(ended["attempts"] == 2)
    #expect(ended["earlier_process_ids"]?.array?.count == 1)
    #expect(ended["retry_at"] == nil)
    #expect(ended["on_finish"]?["exit_code"] == 7)
    let run = try #require(ended["process_id"]?.string)
    #expect(try yard.status("status", run)["process_status"] == "failed")
    let picture = try yard.client.callTool("schedule_list", ["schedule_id": id])
    #expect(picture["failed_runs"] == 1, "it counts once")
    #expect(picture["total_runs"] == 1)
  }
}
