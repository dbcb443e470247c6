import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// Questions to the user of a stateless client, which answers by calling again.
@Suite struct ConfirmationTests {
  private typealias Asking = AskingToolDouble
  private static let arguments: JSONObject = ["run": "r-1", "grace": 2.5]

  /// Calls the tool with what came of an earlier question.
  private func call(
    _ client: Client, _ tool: String = "stop", _ arguments: JSONObject = Self.arguments,
    state: JSONValue? = nil, answer: JSONValue? = nil, meta: JSONObject = Asking.forms, id: JSONValue
  ) {
    var params: JSONObject = ["name": .string(tool), "arguments": .object(arguments), "_meta": .object(meta)]
    params.append("requestState", ifKnown: state)
    params.append("inputResponses", ifKnown: answer.map { ["confirm": $0, "nobody-asked": 1] })
    client.request("tools/call", params, id: id)
  }

  private func state(_ client: Client, id: JSONValue = "ask") throws -> JSONValue {
    call(client, id: id)
    return try #require(try client.result(id)["requestState"])
  }

  private static let yes: JSONValue = ["action": "accept", "content": ["confirm": true]]

  @Test func theQuestionIsAResultAndTheAnswerAnotherCall() throws {
    let client = Asking.client()
    call(client, id: 1)
    let result = try client.result(1)
    #expect(result.names == ["inputRequests", "requestState", "resultType", "_meta"])
    #expect(result["resultType"] == "input_required")
    #expect(
      result["inputRequests"] == [
        "confirm": [
          "method": "elicitation/create",
          "params": [
            "mode": "form", "message": "Stop it?",
            "requestedSchema": [
              "type": "object",
              "properties": [
                "confirm": [
                  "type": "boolean", "title": "Stop the training", "description": "This cannot be undone.",
                ]
              ],
              "required": ["confirm"],
            ],
          ],
        ]
      ])
    call(client, state: result["requestState"], answer: Self.yes, id: 2)
    #expect(try client.result(2)["structuredContent"] == ["done": true])
    #expect(client.notifications.isEmpty)
    #expect(client.messages.count == 2, "a stateless client is sent no requests")
  }

  @Test(
    arguments: [
      ["action": "decline"], ["action": "cancel"], ["action": "accept", "content": ["confirm": false]],
    ] as [JSONValue])
  func noIsNoError(answer: JSONValue) throws {
    let client = Asking.client()
    call(client, state: try state(client), answer: answer, id: 2)
    #expect(try client.result(2)["structuredContent"] == ["done": false])
    #expect(try client.result(2)["isError"] == false)
  }

  @Test(
    arguments: [
      nil, ["action": "accept"], ["action": "accept", "content": ["sure": true]], ["action": "perhaps"], 5,
      ["action": "accept", "content": ["confirm": "yes"]],
    ] as [JSONValue?])
  func whatIsNoAnswerIsAskedForAgain(answer: JSONValue?) throws {
    let client = Asking.client()
    let first = try state(client)
    call(client, state: first, answer: answer, id: 2)
    let again = try client.result(2)
    #expect(again["resultType"] == "input_required")
    #expect(again["requestState"] != first)
    // Without a state an answer is to nothing that was asked.
    call(client, answer: Self.yes, id: 3)
    #expect(try client.result(3)["resultType"] == "input_required")
  }

  // MARK: States

  @Test func aStateOfAnotherCallIsRefused() throws {
    let client = Asking.client()
    let state = try state(client)
    let text = try #require(state.string)
    let changed = String(text.dropLast()) + (text.hasSuffix("0") ? "1" : "0")
    let later = "9" + text
    var id = 0
    for (tool, arguments, sent) in [
      ("other", Self.arguments, state), ("stop", ["run": "r-2", "grace": 2.5], state),
      ("stop", ["run": "r-1"], state), ("stop", Self.arguments, .string(changed)),
      ("stop", Self.arguments, .string(later)), ("stop", Self.arguments, ""), ("stop", Self.arguments, ".."),
      ("stop", Self.arguments, 5),
    ] as [(String, JSONObject, JSONValue)] {
      id += 1
      call(client, tool, arguments, state: sent, answer: Self.yes, id: .integer(Int64(id)))
      #expect(try client.error(.integer(Int64(id)))["code"] == -32602, "\(sent)")
    }
    // It is still good for what it was made for.
    call(client, state: state, answer: Self.yes, id: "good")
    #expect(try client.result("good")["structuredContent"] == ["done": true])
  }

  @Test func aStateIsGoodOnce() throws {
    let client = Asking.client()
    let state = try state(client)
    call(client, state: state, answer: Self.yes, id: 1)
    #expect(try client.result(1)["structuredContent"] == ["done": true])
    call(client, state: state, answer: Self.yes, id: 2)
    #expect(try client.error(2)["code"] == -32602)
    #expect(try client.error(2)["message"]?.string?.contains("used before") == true)
  }

  @Test func aStateExpires() throws {
    let state = try state(Asking.client(Asking.questions(now: 1_000_000)))
    for (seconds, isGood) in [(599, true), (600, false)] as [(Int64, Bool)] {
      let client = Asking.client(Asking.questions(now: 1_000_000 + seconds))
      call(client, state: state, answer: Self.yes, id: 1)
      #expect((try client.reply(to: 1)["error"] == nil) == isGood)
    }
  }

  @Test func whoeverHasTheKeyKnowsTheState() throws {
    let state = try state(Asking.client())
    let sibling = Asking.client()
    call(sibling, state: state, answer: Self.yes, id: 1)
    #expect(try sibling.result(1)["structuredContent"] == ["done": true])
    for key in [[9], nil] as [[UInt8]?] {
      let stranger = Asking.client(Asking.questions(key: key))
      call(stranger, state: state, answer: Self.yes, id: 1)
      #expect(try stranger.error(1)["code"] == -32602)
    }
  }

  @Test func howAClientWritesTheArgumentsDoesNotMatter() throws {
    let client = Asking.client()
    let state = try state(client)
    client.receive(
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"_meta":\#(JSONWriter.text(.object(Asking.forms))),"#
        + #""name":"stop","arguments":{"grace":25e-1,"run":"r-1"},"requestState":\#(JSONWriter.text(state)),"#
        + #""inputResponses":{"confirm":\#(JSONWriter.text(Self.yes))}}}"#)
    #expect(try client.result(1)["structuredContent"] == ["done": true])
  }

  // MARK: Who cannot be asked

  @Test func whoSaysYesBeforeIsNotAsked() throws {
    let client = Asking.client(Asking.questions(key: nil))
    for (id, meta) in [(1, Asking.forms), (2, Client.meta())] as [(JSONValue, JSONObject)] {
      call(client, "stop", ["confirm": true], meta: meta, id: id)
      #expect(try client.result(id)["structuredContent"] == ["done": true])
    }
    call(client, "stop", ["confirm": false], meta: Client.meta(), id: 3)
    #expect(try client.result(3)["isError"] == true)
  }

  @Test(arguments: [[:], ["elicitation": ["url": [:]]], ["sampling": [:]]] as [JSONObject])
  func aClientThatShowsNoFormsIsToldWhatToCall(capabilities: JSONObject) throws {
    let client = Asking.client()
    // What another request declared does not count.
    _ = try state(client)
    let meta = Client.meta(["io.modelcontextprotocol/clientCapabilities": .object(capabilities)])
    call(client, meta: meta, id: 1)
    let result = try client.result(1)
    #expect((result["isError"], result["resultType"]) == (true, "complete"))
    #expect(
      result["structuredContent"] == [
        "error": [
          "code": "confirmation_required",
          "message": "Stop it? This client cannot ask its user, so nothing was done.",
          "hint": "Ask the user. If the answer is yes: call stop with confirm true.",
        ]
      ])
  }

  /// Two requests under way at once, of which one declares that its client shows forms.
  @Test func whatIsDeclaredCountsForTheRequestAlone() throws {
    let gate = Gate()
    let tool = ToolDouble("stop") { _, context in
      try await gate.pass()
      let answer = try await context.confirm(Asking.question)
      return ToolResult(structuredContent: ["done": .bool(answer == .confirmed)], text: "Asked.")
    }
    let client = Client(features: [ToolFeature([tool]).asking(Asking.questions())])
    let declared = [Asking.forms, Client.meta(), Asking.forms, Client.meta()]
    for (id, meta) in declared.enumerated() { call(client, meta: meta, id: .integer(Int64(id))) }
    #expect(gate.waiting == 4)
    gate.open()
    #expect(
      try (0..<4).map { try client.result(.integer($0))["resultType"] }
        == ["input_required", "complete", "input_required", "complete"])
    #expect(try client.result(1)["structuredContent"]?["error"]?["code"] == "confirmation_required")
  }

  @Test func withoutAKeyNobodyIsAsked() throws {
    let client = Asking.client(Asking.questions(key: nil))
    call(client, id: 1)
    #expect(try client.result(1)["structuredContent"]?["error"]?["code"] == "confirmation_required")
  }

  @Test func aServerThatAsksNobodySaysSo() throws {
    let client = Client(tools: [Asking.tool()])
    call(client, id: 1)
    #expect(try client.result(1)["structuredContent"]?["error"]?["code"] == "confirmation_required")
  }
}
