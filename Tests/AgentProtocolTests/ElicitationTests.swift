import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// Questions to the user of a client that shook hands: requests of the server.
@Suite(.timeLimit(.minutes(10))) struct ElicitationTests {
  private func client(
    _ revision: ProtocolRevision = .november2025, capabilities: JSONObject = ["elicitation": [:]],
    _ questions: UserQuestions = AskingToolDouble.questions()
  ) throws -> Client {
    try Client.legacy(
      revision, features: [ToolFeature([AskingToolDouble.tool()]).asking(questions)],
      capabilities: capabilities)
  }

  private func question(_ client: Client) async throws -> JSONValue {
    func asked() -> [JSONValue] { client.messages.filter { $0["method"] == "elicitation/create" } }
    try await eventually("the question is asked") { !asked().isEmpty }
    try #require(asked().count == 1, "\(client.messages)")
    return asked()[0]
  }

  private func result(_ client: Client) async throws -> JSONObject {
    try await eventually("the call is answered") { !client.replies(to: 1).isEmpty }
    return try client.result(1)
  }

  private func answer(_ client: Client, _ member: String, _ value: JSONValue) async throws {
    let id = try #require(try await question(client)["id"])
    client.receive(JSONWriter.text(.object(["jsonrpc": "2.0", "id": id, member: value])))
  }

  @Test(arguments: [ProtocolRevision.june2025, .november2025])
  func theQuestionHasTheFormOfItsRevision(revision: ProtocolRevision) async throws {
    let client = try client(revision)
    client.call("stop")
    let params = try #require(try await question(client)["params"]?.object)
    let mode = revision == .june2025 ? [] : ["mode"]
    #expect(params.names == mode + ["message", "requestedSchema"])
    #expect(params["message"] == "Stop it?")
    #expect(client.replies(to: 1).isEmpty)
    try await answer(client, "result", ["action": "accept", "content": ["confirm": true]])
    #expect(try await result(client)["structuredContent"] == ["done": true])
  }

  @Test(arguments: ["decline", "cancel"])
  func noIsNoError(action: String) async throws {
    let client = try client()
    client.call("stop")
    try await answer(client, "result", ["action": .string(action)])
    #expect(try await result(client)["structuredContent"] == ["done": false])
  }

  @Test(
    arguments: [
      ("error", ["code": -32601, "message": "no"]), ("result", ["action": "accept"]), ("result", [:]),
      ("result", 5),
    ] as [(String, JSONValue)])
  func whatIsNoAnswerLeadsToTheArgument(member: String, value: JSONValue) async throws {
    let client = try client()
    client.call("stop")
    try await answer(client, member, value)
    #expect(try await result(client)["structuredContent"]?["error"]?["code"] == "confirmation_required")
  }

  @Test func whoDoesNotAnswerInTimeIsToldAndAskedNoMore() async throws {
    let patience = Gate()
    let client = try client(.november2025, AskingToolDouble.questions(patience: patience))
    client.call("stop")
    let id = try #require(try await question(client)["id"])
    #expect(client.replies(to: 1).isEmpty)
    patience.open()
    let error = try await result(client)["structuredContent"]?["error"]
    #expect(error?["code"] == "confirmation_required")
    #expect(error?["message"]?.string?.contains("within 30 s") == true)
    #expect(client.notifications.map { $0["method"] } == ["notifications/cancelled"])
    #expect(client.notifications.first?["params"]?["requestId"] == id)
    // Too late.
    try await answer(client, "result", ["action": "accept", "content": ["confirm": true]])
    #expect(client.replies(to: 1).count == 1)
  }

  @Test func whoWantsToHearOfProgressHearsThatTheUserIsWaitedFor() async throws {
    let patience = Gate()
    let client = try client(.november2025, AskingToolDouble.questions(patience: patience))
    client.call("stop", meta: ["progressToken": "p"])
    _ = try await question(client)
    #expect(client.notifications.isEmpty)
    patience.open()
    _ = try await result(client)
    let reports = client.notifications.filter { $0["method"] == "notifications/progress" }
    #expect(reports.map { $0["params"]?["progress"]?.double } == Array(stride(from: 2.0, through: 30, by: 2)))
    #expect(
      reports.first?["params"] == [
        "progressToken": "p", "progress": 2, "total": 30, "message": "Waiting for the user's answer.",
      ])
  }

  @Test func aCancelledCallAsksNoMore() async throws {
    let client = try client()
    client.call("stop")
    _ = try await question(client)
    client.notify("notifications/cancelled", ["requestId": 1])
    try await eventually("the client is told") { !client.notifications.isEmpty }
    #expect(client.notifications.map { $0["method"] } == ["notifications/cancelled"])
    #expect(client.replies(to: 1).isEmpty)
  }

  @Test func whenTheClientIsGoneTheCallIsStillAnswered() async throws {
    let client = try client()
    client.call("stop")
    _ = try await question(client)
    client.session.endQuestions()
    #expect(try await result(client)["structuredContent"]?["error"]?["code"] == "confirmation_required")
    client.call("stop", id: 2)
    try await eventually("it is answered") { client.replies(to: 2).count == 1 }
    #expect(client.messages.count { $0["method"] == "elicitation/create" } == 1)
  }

  @Test func whoSaysYesBeforeIsNotAsked() async throws {
    let client = try client()
    client.call("stop", ["confirm": true])
    #expect(try await result(client)["structuredContent"] == ["done": true])
  }

  @Test func aClientThatCannotAskIsToldWhatToCall() async throws {
    for client in [
      try client(capabilities: [:]), try client(capabilities: ["elicitation": ["url": [:]]]),
      // Before 2025-06-18 there was no such request, whatever the client says of itself.
      try client(.march2025),
    ] {
      client.call("stop")
      #expect(try await result(client)["isError"] == true)
      #expect(JSONWriter.text(.object(try await result(client))).contains("confirmation_required"))
      #expect(client.messages.allSatisfy { $0["method"] == nil })
    }
  }
}
