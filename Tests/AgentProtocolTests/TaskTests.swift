import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// The tasks extension: who is answered with a task, and what becomes of it.
@Suite struct TaskTests {
  private static let capabilities = "io.modelcontextprotocol/clientCapabilities"
  private static let serverInfo: JSONValue = [
    "io.modelcontextprotocol/serverInfo": ["name": "double", "title": "A Double", "version": "1.2.3"]
  ]
  private static let declaring = Client.meta([
    capabilities: ["extensions": ["io.modelcontextprotocol/tasks": [:]]]
  ])

  private let store = TaskStoreDouble([
    .example("t-1"), .example("t-gone", .cancelled),
    .example(
      "t-done",
      .completed(ToolResult(structuredContent: ["loss": 0.5], text: "It failed.", isError: true))),
  ])

  private func client(_ tool: TaskToolDouble = TaskToolDouble()) -> Client {
    Client(features: [ToolFeature([tool]), TaskFeature(store)])
  }

  private func ask(
    _ method: String, _ id: JSONValue?, meta: JSONObject = Self.declaring, more: JSONObject = [:]
  ) -> (Client, JSONObject) {
    var params = more
    params["taskId"] = id
    params["_meta"] = .object(meta)
    return (client(), params)
  }

  // MARK: Creation

  @Test func aCallerThatDeclaresTheExtensionGetsATask() throws {
    let client = client()
    client.call("slow", meta: Self.declaring)
    #expect(
      try client.result(1) == [
        "taskId": "t-1", "status": "working", "statusMessage": "epoch 3/10",
        "createdAt": "2026-11-21T10:00:00Z", "lastUpdatedAt": "2026-11-21T10:05:00Z", "ttlMs": .null,
        "pollIntervalMs": 2000, "resultType": "task", "_meta": Self.serverInfo,
      ])
  }

  @Test func whatAnEarlierRequestDeclaredDoesNotCount() throws {
    let client = client()
    client.call("slow", id: 1, meta: Self.declaring)
    client.call("slow", id: 2, meta: Client.meta())
    client.call("slow", id: 3, meta: Self.declaring)
    #expect(
      try [1, 2, 3].map { try client.result($0)["resultType"] } == ["task", "complete", "task"])
  }

  /// The request is over: what is to be known of the task is asked for, or listened to.
  @Test func nothingFollowsATask() throws {
    let kept = Recorder<CallContext>()
    let client = client(TaskToolDouble(onCall: kept.record))
    var meta = Self.declaring
    meta["progressToken"] = "p"
    meta["io.modelcontextprotocol/logLevel"] = "debug"
    client.call("slow", meta: meta)
    let context = try #require(kept.all.first)
    try #require(context.progress).report(1, total: nil, message: "late")
    try #require(context.log).note(LogMessage(.emergency, logger: "late", "late"))
    client.notify("notifications/cancelled", ["requestId": 1])
    #expect(client.messages.count == 1)
    #expect(store.cancelled.all.isEmpty, "a task is cancelled by its own method alone")
  }

  @Test func earlierRevisionsHaveNoTasksWhateverTheyDeclare() throws {
    let client = try Client.legacy(
      features: [ToolFeature([TaskToolDouble()]), TaskFeature(store)],
      capabilities: ["extensions": ["io.modelcontextprotocol/tasks": [:]], "tasks": [:]])
    let initialized = try client.result("init")
    #expect(initialized["capabilities"] == ["tools": [:]])
    // The parameter of the experimental tasks of 2025-11-25 is one of the unknown ones.
    client.request("tools/call", ["name": "slow", "task": ["ttl": 60_000]], id: 2)
    #expect(try client.result(2)["structuredContent"] == ["done": true])
    for (id, method) in [(3, "tasks/get"), (4, "tasks/cancel"), (5, "tasks/list")] as [(JSONValue, String)] {
      #expect(try client.error(of: method, ["taskId": "t-1"], id: id)["code"] == -32601)
    }
  }

  @Test func aToolThatCanOnlyAnswerWithATaskSaysWhatIsMissing() throws {
    let client = client(TaskToolDouble(isBold: true))
    client.call("slow", meta: Client.meta())
    #expect(try client.error(1) == Self.missing)
  }

  // MARK: Methods

  @Test func theCapabilityIsAnnouncedWhereTheMethodsAre() throws {
    let modern = try client().result(of: "server/discover", Client.stateless())
    #expect(
      modern["capabilities"] == ["tools": [:], "extensions": ["io.modelcontextprotocol/tasks": [:]]])
  }

  @Test func gettingATaskTellsHowItStands() throws {
    for (id, status) in [("t-1", "working"), ("t-gone", "cancelled")] as [(JSONValue, JSONValue)] {
      let (client, params) = ask("tasks/get", id)
      let result = try client.result(of: "tasks/get", params)
      #expect((result["taskId"], result["status"], result["resultType"]) == (id, status, "complete"))
      #expect(
        result.names == [
          "taskId", "status", "statusMessage", "createdAt", "lastUpdatedAt", "ttlMs", "pollIntervalMs",
          "resultType", "_meta",
        ])
      #expect(result["_meta"] == Self.serverInfo, "nothing points from a task to itself")
    }
  }

  @Test func aToolsFailureIsACompletedTaskWithItsWholeResult() throws {
    let (client, params) = ask("tasks/get", "t-done")
    let result = try client.result(of: "tasks/get", params)
    #expect((result["status"], result["ttlMs"]) == ("completed", .null))
    #expect(
      result["result"] == [
        "content": [["type": "text", "text": "It failed."]], "structuredContent": ["loss": 0.5],
        "isError": true, "resultType": "complete",
      ])
  }

  @Test func updatesAreTakenThoughNothingWasAsked() throws {
    let (client, params) = ask("tasks/update", "t-1", more: ["inputResponses": ["x": ["action": "accept"]]])
    #expect(
      try client.result(of: "tasks/update", params) == ["resultType": "complete", "_meta": Self.serverInfo])
    let (second, incomplete) = ask("tasks/update", "t-1")
    #expect(try second.error(of: "tasks/update", incomplete)["code"] == -32602)
  }

  @Test(arguments: ["t-1", "t-done", "t-gone"])
  func cancellingIsAcknowledgedAlsoWhenItIsOver(id: String) throws {
    let (client, params) = ask("tasks/cancel", .string(id))
    #expect(
      try client.result(of: "tasks/cancel", params) == ["resultType": "complete", "_meta": Self.serverInfo])
    #expect(store.cancelled.all == [id])
  }

  @Test(arguments: ["tasks/get", "tasks/update", "tasks/cancel"])
  func whatIsNoTaskIsNamed(method: String) throws {
    let responses: JSONObject = ["inputResponses": [:]]
    for id in ["", "t-2", 7, nil] as [JSONValue?] {
      let (client, params) = ask(method, id, more: responses)
      #expect(try client.error(of: method, params)["code"] == -32602)
    }
  }

  @Test(arguments: ["tasks/get", "tasks/update", "tasks/cancel"])
  func aCallerThatDoesNotDeclareTheExtensionIsToldWhatIsMissing(method: String) throws {
    for id in ["t-1", "t-2"] as [JSONValue] {
      let (client, params) = ask(method, id, meta: Client.meta())
      #expect(try client.error(of: method, params) == Self.missing)
    }
    #expect(store.cancelled.all.isEmpty)
  }

  @Test(arguments: ["tasks/list", "tasks/result"])
  func whatTheExtensionDoesNotHaveIsNotFound(method: String) throws {
    let (client, params) = ask(method, "t-1")
    #expect(try client.error(of: method, params)["code"] == -32601)
  }

  private static let missing: JSONObject = [
    "code": -32021,
    "message": "Missing required client capability: the extension io.modelcontextprotocol/tasks.",
    "data": ["requiredCapabilities": ["extensions": ["io.modelcontextprotocol/tasks": [:]]]],
  ]
}
