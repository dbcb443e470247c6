import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// Questions to the client, as revisions with a handshake allow them.
@Suite(.timeLimit(.minutes(10))) struct ClientConnectionTests {
  private func client(_ answers: Recorder<Response>) throws -> Client {
    let feature = FeatureDouble(
      capability: .core("x"),
      methods: [
        "x": .deferred { _, context in
          answers.record(try await context.connection.ask("elicitation/create", ["message": "Sure?"]))
          return MethodResult([:])
        }
      ])
    return try Client.legacy(features: [feature])
  }

  private func question(_ client: Client, _ number: Int = 1) throws -> JSONValue {
    let questions = client.messages.filter { $0["method"] == "elicitation/create" }
    try #require(questions.count >= number)
    #expect(questions[number - 1]["params"] == ["message": "Sure?"])
    return try #require(questions[number - 1]["id"])
  }

  @Test func anAnswerReachesWhoAsked() throws {
    let answers = Recorder<Response>()
    let client = try client(answers)
    client.request("x", id: "a")
    client.request("x", id: "b")
    let (first, second) = (try question(client), try question(client, 2))
    #expect(first != second)
    client.receive(JSONWriter.text(["jsonrpc": "2.0", "id": second, "result": ["action": "accept"]]))
    #expect(try client.result("b") == [:])
    #expect(client.replies(to: "a").isEmpty)
    client.receive(JSONWriter.text(["jsonrpc": "2.0", "id": first, "error": ["code": -1, "message": "no"]]))
    #expect(try client.result("a") == [:])
    #expect(
      answers.all.map(\.outcome) == [.result(["action": "accept"]), .error(["code": -1, "message": "no"])])
  }

  @Test func whatNobodyAskedIsPassedOver() throws {
    let answers = Recorder<Response>()
    let client = try client(answers)
    client.receive(#"{"jsonrpc":"2.0","id":"signalbox-1","result":{}}"#)
    client.request("x", id: "a")
    let id = try question(client)
    for other in ["nobody", 1] as [JSONValue] {
      client.receive(JSONWriter.text(["jsonrpc": "2.0", "id": other, "result": [:]]))
    }
    #expect(client.replies(to: "a").isEmpty)
    for _ in 0..<2 { client.receive(JSONWriter.text(["jsonrpc": "2.0", "id": id, "result": 5])) }
    #expect(try client.result("a") == [:])
    #expect(answers.count == 1)
  }

  @Test func whoWantsNoAnswerAnyMoreSaysSo() throws {
    let answers = Recorder<Response>()
    let client = try client(answers)
    client.request("x", id: "a")
    let id = try question(client)
    client.notify("notifications/cancelled", ["requestId": "a"])
    #expect(
      client.notifications.last
        == ["jsonrpc": "2.0", "method": "notifications/cancelled", "params": ["requestId": id]])
    client.receive(JSONWriter.text(["jsonrpc": "2.0", "id": id, "result": [:]]))
    #expect(answers.count == 0)
    #expect(client.replies(to: "a").isEmpty)
  }
}
