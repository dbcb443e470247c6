import JSON
import TestSupport
import Testing
import TranscriptReplay

/// Suggestions from a real home, also of runs that an earlier server started.
@Suite(.timeLimit(.minutes(10))) struct CompletionTests {
  private func values(
    _ yard: Yard, _ prompt: String, _ argument: String, _ value: String, _ others: JSONObject = [:]
  ) throws -> [String] {
    let params: JSONObject = [
      "ref": ["type": "ref/prompt", "name": .string(prompt)],
      "argument": ["name": .string(argument), "value": .string(value)],
      "context": ["arguments": .object(others)],
    ]
    let completion = try yard.client.request("completion/complete", params)["completion"]
    return try #require(completion?["values"]?.array).compactMap(\.string)
  }

  @Test func runsAreFoundByTheirNamesAfterARestart() throws {
    let first = try Yard(companions: 0)
    let failed = try first.startRun(["false"], ["name": "ResNet-50", "tags": ["owner": "me"]])
    let completed = try first.startRun(["true"], ["name": "bert"])
    for id in [failed, completed] { _ = try first.end(of: id) }
    let yard = try Yard(home: first.home, companions: 0)
    #expect(try values(yard, "explain_failure", "process_id", "") == [failed, completed])
    #expect(try values(yard, "report_run", "process_id", "") == [completed, failed])
    #expect(try values(yard, "report_run", "compare_with", "resnet") == [failed])
    #expect(try values(yard, "start_training", "name", "") == ["bert", "ResNet-50"])
    #expect(try values(yard, "watch_trainings", "tag", "owner") == ["owner=me"])
  }

  @Test func pathsBeginWhereTheTrainingWill() throws {
    let yard = try Yard(arguments: ["--root", Repository.root + "/fixtures"], companions: 0)
    #expect(try values(yard, "start_training", "directory", "tr") == ["trainers/", "transcripts/"])
    #expect(
      try values(yard, "start_training", "task", "logistic", ["directory": "trainers"])
        == ["logistic_regression.py"])
    #expect(try values(yard, "start_training", "task", "../Sources/") == [])
    #expect(try values(yard, "start_training", "task", Repository.root + "/README") == [])
  }

  @Test func schedulesAreFoundByTheirNames() throws {
    let yard = try Yard(companions: 0)
    let created = try yard.client.callTool(
      "schedule_create",
      [
        "name": "Nightly", "trigger": ["type": "cron", "cron_expression": "0 0 1 1 *", "timezone": "UTC"],
        "start": ["command": ["true"]],
      ])
    let id = try #require(created["schedule_id"]?.string)
    for text in ["", "night", "schedule-"] {
      #expect(try values(yard, "plan_schedule", "after", text) == [id])
    }
    #expect(try values(yard, "plan_schedule", "after", "weekly") == [])
    #expect(try values(yard, "plan_schedule", "when", "to") == [])
  }
}
