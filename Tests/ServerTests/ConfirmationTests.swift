import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// What cannot be undone is asked before: of whom that can be, and only where the client cannot know what it does.
@Suite(.timeLimit(.minutes(10))) struct ConfirmationTests {
  private static let asking: JSONObject = ["elicitation": [:]]
  private static let yes: JSONValue = ["confirm": ["action": "accept", "content": ["confirm": true]]]

  @Test func aRunOfThisServerIsKilledWithoutAQuestion() throws {
    let yard = try Yard()
    let client = ModernClient(yard: yard, capabilities: Self.asking)
    for more in [["wait": 0], ["wait": 0, "detach": true]] as [JSONObject] {
      let id = try yard.startRun(Yard.trainer("hangs_silently"), more)
      let result = try client.call("train_status", ["action": "kill", "process_id": .string(id)])
      #expect(result["structuredContent"]?["process_status"] == "killed")
    }
    // One that another server started, for the same key, is this client's as well.
    let other = try Yard(sharing: yard)
    let key: JSONObject = ["wait": 0, "idempotency_key": "the-key"]
    let id = try yard.startRun(Yard.trainer("hangs_silently"), key)
    #expect(try other.startRun(Yard.trainer("hangs_silently"), key) == id)
    #expect(try other.status("kill", id)["process_status"] == "killed")
  }

  @Test func whoCannotBeAskedIsToldWhatToCall() throws {
    let first = try Yard()
    let id = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let second = try Yard(sharing: first)
    let answer = try second.status("kill", id)
    #expect(answer.isError)
    #expect(answer["error"]?["code"] == "confirmation_required")
    #expect(
      answer["error"]?["hint"]
        == .string(
          "Ask the user. If the answer is yes: call train_status again with action \"kill\", process_id \"\(id)\" "
            + "and confirm true."))
    #expect(try second.status("status", id)["process_status"] == "running")
    #expect(try second.status("kill", id, ["confirm": true])["process_status"] == "killed")
    // Nothing can be undone any more, so nobody is asked.
    #expect(try second.status("kill", id)["already_ended"] == true)
  }

  @Test func aStatelessClientIsAskedByAResultAndAnyServerTakesTheAnswer() throws {
    let first = try Yard()
    let id = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let second = try Yard(sharing: first)
    let third = try Yard(sharing: first)
    let arguments: JSONObject = ["action": "kill", "process_id": .string(id), "grace": 1]
    let question = try ModernClient(yard: second, capabilities: Self.asking).call("train_status", arguments)
    #expect(question["resultType"] == "input_required")
    #expect(
      question["inputRequests"]?["confirm"]?["params"]?["message"]?.string?.contains(id) == true)
    let state = try #require(question["requestState"])
    let client = ModernClient(yard: third, capabilities: Self.asking)

    let declined = try client.call(
      "train_status", arguments,
      ["requestState": state, "inputResponses": ["confirm": ["action": "decline"]]])
    #expect(declined["structuredContent"]?["declined"] == true)
    #expect(declined["structuredContent"]?["process_status"] == "running")
    #expect(declined["isError"] == false)
    let other = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    #expect(throws: ServerError.self) {
      try client.call(
        "train_status", ["action": "kill", "process_id": .string(other), "grace": 1],
        ["requestState": state, "inputResponses": Self.yes])
    }
    let killed = try client.call(
      "train_status", arguments, ["requestState": state, "inputResponses": Self.yes])
    #expect(killed["structuredContent"]?["process_status"] == "killed")
    #expect(try first.status("status", other)["process_status"] == "running")
  }

  @Test func theKeyIsForItsOwnerAloneAndMadeWhenItIsNeeded() throws {
    let first = try Yard()
    let id = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let path = first.home + "/confirmation.key"
    #expect(FileSystem.kind(of: path) == nil)
    let second = try Yard(sharing: first)
    _ = try ModernClient(yard: second, capabilities: Self.asking)
      .call("train_status", ["action": "kill", "process_id": .string(id)])
    #expect(try FileSystem.read(path).count == 32)
  }

  @Test(arguments: [("accept", "killed"), ("decline", "running"), ("cancel", "running")])
  func aClientThatShookHandsIsAskedByTheServer(action: String, status: String) throws {
    let first = try Yard()
    let id = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let second = try Yard(sharing: first, capabilities: Self.asking)
    second.client.onRequest { message in
      guard message["method"] == "elicitation/create" else { return nil }
      return ["action": .string(action), "content": ["confirm": .bool(action == "accept")]]
    }
    let answer = try second.status("kill", id)
    #expect(!answer.isError)
    #expect(answer["process_status"] == .string(status))
    #expect(answer["declined"] == (action == "accept" ? nil : true))
  }

  @Test func aClientThatHangsUpInsteadOfAnAnswerIsStillAnswered() throws {
    let first = try Yard()
    let id = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let second = try Yard(sharing: first, capabilities: Self.asking)
    // The client keeps it for as long as it lives, so it must not hold the yard, which holds the client.
    second.client.onRequest { [server = second.server] _ in
      server.closeInput()
      return nil
    }
    #expect(try second.status("kill", id)["error"]?["code"] == "confirmation_required")
    #expect(try first.status("status", id)["process_status"] == "running")
  }

  @Test func aServerThatOnlyReadsAsksNobodyForNothing() throws {
    let first = try Yard()
    let id = try first.startRun(Yard.trainer("hangs_silently"), ["wait": 0])
    let reader = try Yard(arguments: ["--read-only", "--root", "/"], home: first.home)
    #expect(try reader.status("kill", id)["error"]?["code"] == "read_only")
  }

  @Test func aScheduleWithHistoryIsDeletedOnlyOnConfirmation() throws {
    let yard = try Yard()
    let client = ModernClient(yard: yard, capabilities: Self.asking)
    func create(_ seconds: JSONValue) throws -> JSONObject {
      let schedule = try yard.client.callTool(
        "schedule_create",
        [
          "name": "nightly", "trigger": ["type": "interval", "interval_seconds": seconds],
          "start": ["command": ["true"]],
        ])
      return ["schedule_id": try #require(schedule["schedule_id"])]
    }
    let unused = try create(3600)
    #expect(try yard.client.callTool("schedule_delete", unused)["deleted"] == true)
    let used = try create(1)
    try blockUntil("it has started a run") {
      try yard.client.callTool("schedule_list", used)["total_runs"]?.integer ?? 0 > 0
    }
    let refused = try yard.client.callTool("schedule_delete", used)
    #expect(refused["error"]?["code"] == "confirmation_required")
    let question = try client.call("schedule_delete", used)
    let state = try #require(question["requestState"])
    let declined = try client.call(
      "schedule_delete", used, ["requestState": state, "inputResponses": ["confirm": ["action": "cancel"]]])
    #expect(declined["structuredContent"]?["deleted"] == false)
    #expect(try yard.client.callTool("schedule_list", used)["status"] == "active")
    let deleted = try client.call(
      "schedule_delete", used, ["requestState": state, "inputResponses": Self.yes])
    #expect(deleted["structuredContent"]?["deleted"] == true)
  }
}
