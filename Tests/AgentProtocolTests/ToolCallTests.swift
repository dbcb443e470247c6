import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// `tools/call`: arguments in, results out, and the two roads of errors.
@Suite struct ToolCallTests {
  @Test(arguments: ProtocolRevision.handshake)
  func resultsHaveTheFormOfTheRevision(revision: ProtocolRevision) throws {
    let client = try Client.legacy(revision)
    client.call("echo", ["a": 1])
    let result = try client.result(1)
    let text: JSONValue = ["type": "text", "text": "Got it."]
    #expect(result["isError"] == false)
    if revision >= .june2025 {
      #expect(result.names == ["content", "structuredContent", "isError"])
      #expect(result["content"] == [text])
      #expect(result["structuredContent"] == ["got": ["a": 1]])
    } else {
      // Programs that speak an old revision find the data in a second text.
      #expect(result.names == ["content", "isError"])
      #expect(result["content"] == [text, ["type": "text", "text": #"{"got":{"a":1}}"#]])
    }
  }

  @Test func anUnknownToolIsTheCallersFault() throws {
    let client = try Client.legacy(tools: [ToolDouble("a"), ToolDouble("b")])
    client.call("c", id: 1)
    #expect(try client.error(1)["code"] == -32602)
    #expect(try client.error(1)["message"] == "There is no tool 'c'; there are: a, b.")
    #expect(try client.error(of: "tools/call", [:], id: 2)["message"] == "tools/call needs a name, a string.")
    #expect(try client.error(of: "tools/call", ["name": 1], id: 3)["code"] == -32602)
  }

  @Test func argumentsAreAnObjectOrNone() throws {
    let client = try Client.legacy()
    for (id, arguments) in [(1, [1]), (2, "x"), (3, 5), (4, false)] as [(JSONValue, JSONValue)] {
      let error = try client.error(of: "tools/call", ["name": "echo", "arguments": arguments], id: id)
      #expect(error["code"] == -32602)
      #expect(error["message"] == "The arguments of tools/call must be an object.")
    }
    for (id, params) in [(5, ["name": "echo"]), (6, ["name": "echo", "arguments": .null])]
      as [(JSONValue, JSONObject)]
    {
      #expect(try client.result(of: "tools/call", params, id: id)["structuredContent"] == ["got": [:]])
    }
  }

  @Test func allProblemsOfTheArgumentsAreToldAtOnceAndNothingIsDone() throws {
    let calls = Recorder<JSONObject>()
    var tool = ToolDouble(
      "start",
      schema: [
        "type": "object", "properties": ["n": ["type": "integer"], "s": ["type": "string"]],
        "required": ["s"],
        "additionalProperties": false,
      ]
    ) { arguments, _ in
      calls.record(arguments)
      return ToolResult(structuredContent: [:], text: "")
    }
    tool.extraProblems = [ArgumentProblem("n", "excludes s")]
    let client = try Client.legacy(tools: [tool])
    client.call("start", ["n": "5", "x": 1])
    let result = try client.result(1)
    let message = """
      start: 4 problems with the arguments; nothing was done.
      - s: is required: a string
      - n: must be an integer, but is the string "5" (write it without quotes)
      - x: is not an argument here; there are: n, s
      - n: excludes s
      """
    let hint = "Call start again with the arguments corrected."
    #expect(result["isError"] == true)
    #expect(
      result["structuredContent"] == [
        "error": ["code": "invalid_arguments", "message": .string(message), "hint": .string(hint)]
      ])
    #expect(
      result["content"] == [
        ["type": "text", "text": .string("Error invalid_arguments: \(message)\n\(hint)")]
      ])
    #expect(calls.all.isEmpty)
    #expect(client.complaints.all.isEmpty)
  }

  @Test func oneProblemIsOne() {
    let failure = ToolFailure.invalidArguments(tool: "t", [ArgumentProblem("a[0]", "is wrong")])
    #expect(failure.message == "t: 1 problem with the arguments; nothing was done.\n- a[0]: is wrong")
  }

  @Test(arguments: ProtocolRevision.handshake)
  func aFailureIsAResultThatTheModelCanRead(revision: ProtocolRevision) throws {
    let tool = ToolDouble { _, _ in throw ToolFailure(code: "gone", message: "It is gone.", hint: "Look.") }
    let client = try Client.legacy(revision, tools: [tool])
    client.call("echo")
    let result = try client.result(1)
    #expect(result["isError"] == true)
    #expect(result["content"]?.array?.first?["text"] == "Error gone: It is gone.\nLook.")
    let data: JSONValue = ["error": ["code": "gone", "message": "It is gone.", "hint": "Look."]]
    #expect(result["structuredContent"] == (revision >= .june2025 ? data : nil))
    #expect(client.complaints.all.isEmpty)
  }

  @Test func aFaultOfOursIsAnErrorAndAComplaint() throws {
    struct Oops: Error, CustomStringConvertible { let description = "the dog ate it" }
    let client = try Client.legacy(tools: [ToolDouble { _, _ in throw Oops() }])
    client.call("echo")
    #expect(try client.error(1) == ["code": -32603, "message": "echo failed: the dog ate it"])
    #expect(client.complaints.all == ["echo failed: the dog ate it"])
  }

  @Test func theTraceContextIsHandedOn() throws {
    let seen = Recorder<TraceMeta>()
    let tool = ToolDouble { _, context in
      seen.record(context.trace)
      return ToolResult(structuredContent: [:], text: "")
    }
    let client = try Client.legacy(tools: [tool])
    client.call(
      "echo", id: 1,
      meta: ["traceparent": "00-ab-cd-01", "tracestate": "a=1", "baggage": "k=v", "unheard/of": [1]])
    client.call("echo", id: 2, meta: ["traceparent": 1])
    client.call("echo", id: 3)
    #expect(
      seen.all == [TraceMeta(parent: "00-ab-cd-01", state: "a=1", baggage: "k=v"), TraceMeta(), TraceMeta()])
  }

  @Test func anIdentifierInUseIsRefusedAndTheFirstCallGoesOn() throws {
    let gate = Gate()
    let client = try Client.legacy(tools: [ToolDouble.waiting(at: gate)])
    client.call("wait", id: 1)
    client.call("wait", id: "1")
    client.call("wait", id: 1)
    #expect(try client.error(1)["code"] == -32600)
    #expect(try client.error(1)["message"] == "A request with this id is being worked on.")
    #expect(gate.waiting == 2)
    gate.open()
    #expect(client.replies(to: 1).map { $0["result"] != nil } == [false, true])
    #expect(try client.result("1")["isError"] == false)
    // When it is answered, it may be used again.
    client.call("wait", id: 1)
    #expect(client.replies(to: 1).count == 3)
  }

  @Test func callsBeyondTheLimitAreRefused() throws {
    let gate = Gate()
    let client = try Client.legacy(tools: [ToolDouble.waiting(at: gate)])
    for id in 1...10_000 { client.call("wait", id: .integer(Int64(id))) }
    client.call("wait", id: "one more")
    #expect(
      try client.error("one more")
        == ["code": -32603, "message": "10000 calls are being worked on; wait for some."])
    #expect(gate.waiting == 10_000)
    gate.open()
    #expect(client.messages.count == 10_002)
  }

  @Test func callsThatHoldTooMuchAreRefused() throws {
    let gate = Gate()
    let client = try Client.legacy(tools: [ToolDouble.waiting(at: gate)])
    let heavy: JSONObject = ["unheard/of": .string(String(repeating: "x", count: 9 << 20))]
    client.call("wait", id: 1, meta: heavy)
    client.call("wait", id: 2, meta: heavy)
    #expect(
      try client.error(2)
        == ["code": -32603, "message": "The calls that are being worked on have 16 MiB; wait for some."])
    // What is light finds room beside it, and what ends makes room.
    client.call("wait", id: 3)
    #expect(gate.waiting == 2)
    client.notify("notifications/cancelled", ["requestId": 1])
    client.call("wait", id: 4, meta: heavy)
    #expect(gate.waiting == 2)
    gate.open()
    #expect(try client.result(4)["isError"] == false)
  }
}
