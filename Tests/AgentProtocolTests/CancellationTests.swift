import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// After a cancellation nothing is sent any more for the call, and what cannot be meant is passed over.
@Suite struct CancellationTests {
  /// A tool that waits, then reports progress whether it was cancelled or not, and notes how it went on.
  private func stubborn(at gate: Gate, _ ends: Recorder<String>) -> ToolDouble {
    ToolDouble("wait") { _, context in
      context.progress?.report(1, total: nil, message: "before")
      do { try await gate.pass() } catch { ends.record("cancelled") }
      context.progress?.report(2, total: nil, message: "after")
      ends.record("done")
      return ToolResult(structuredContent: [:], text: "")
    }
  }

  @Test(arguments: [true, false])
  func nothingIsSentAnyMore(isStateless: Bool) throws {
    let gate = Gate()
    let ends = Recorder<String>()
    let tools = [stubborn(at: gate, ends)]
    let client = isStateless ? Client(tools: tools) : try Client.legacy(tools: tools)
    let token: JSONObject = ["progressToken": "p"]
    client.call("wait", id: 5, meta: isStateless ? Client.meta(token) : token)
    #expect(client.notifications.count == 1)
    let before = client.messages.count
    client.notify("notifications/cancelled", ["requestId": 5, "reason": "no longer needed"])
    #expect(ends.all == ["cancelled", "done"])
    #expect(client.messages.count == before)
    #expect(client.complaints.all.isEmpty)
    // The identifier is free again, and the connection works.
    gate.open()
    client.call("wait", id: 5, meta: isStateless ? Client.meta() : [:])
    #expect(try client.result(5)["isError"] == false)
  }

  @Test(
    arguments: [
      [:], ["requestId": .null], ["requestId": 1.5], ["requestId": true], ["requestId": [1]],
      ["requestId": "1"], ["requestId": 2], ["reason": "x"],
    ] as [JSONObject])
  func whatCannotBeMeantIsPassedOver(params: JSONObject) throws {
    let gate = Gate()
    let client = try Client.legacy(tools: [ToolDouble.waiting(at: gate)])
    client.call("wait", id: 1)
    client.notify("notifications/cancelled", params)
    #expect(gate.waiting == 1)
    #expect(client.messages.count == 1)
    gate.open()
    #expect(try client.result(1)["isError"] == false)
  }

  @Test func aCancellationThatComesTooLateIsHarmless() throws {
    let client = try Client.legacy()
    client.call("echo", id: 1)
    client.notify("notifications/cancelled", ["requestId": 1])
    client.notify("notifications/cancelled", ["requestId": 1])
    #expect(try client.result(1)["isError"] == false)
    #expect(client.messages.count == 2)
  }

  @Test func othersAreNotTouched() throws {
    let gate = Gate()
    let client = try Client.legacy(tools: [ToolDouble.waiting(at: gate)])
    for id in ["a", "b", "c"] as [JSONValue] { client.call("wait", id: id) }
    client.notify("notifications/cancelled", ["requestId": "b"])
    #expect(gate.waiting == 2)
    gate.open()
    #expect(client.messages.dropFirst().map { $0["id"] } == ["a", "c"])
  }

  /// A tool may take long to notice that it was cancelled; by then its identifier may name another call.
  @Test func whatACancelledCallCameToAnswersNoLaterOne() throws {
    let (first, second) = (Gate(), Gate())
    let tool = ToolDouble { arguments, _ in
      try await (arguments["n"] == 1 ? first : second).pass(isStubborn: true)
      return ToolResult(structuredContent: arguments, text: "")
    }
    let client = try Client.legacy(tools: [tool])
    client.call("echo", ["n": 1], id: 7)
    client.notify("notifications/cancelled", ["requestId": 7])
    client.call("echo", ["n": 2], id: 7)
    first.open()
    #expect(client.replies(to: 7).isEmpty)
    second.open()
    #expect(try client.result(7)["structuredContent"] == ["n": 2])
  }

  @Test func aToolThatGivesUpByItselfIsAnswered() throws {
    let client = try Client.legacy(tools: [ToolDouble { _, _ in throw CancellationError() }])
    client.call("echo")
    #expect(try client.error(1) == ["code": -32603, "message": "The call was cancelled."])
    #expect(client.complaints.all.isEmpty)
  }

  @Test func aHandshakeCannotBeCancelled() throws {
    let client = try Client.legacy()
    client.notify("notifications/cancelled", ["requestId": "init"])
    #expect(try client.result(of: "tools/list")["tools"] != nil)
  }
}
