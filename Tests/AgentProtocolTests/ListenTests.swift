import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// `subscriptions/listen`.
@Suite(.timeLimit(.minutes(10))) struct ListenTests {
  private static let updated = "notifications/resources/updated"
  private static let acknowledged = "notifications/subscriptions/acknowledged"

  private let executor = QueueExecutor()

  private func client(_ sources: ListenSourceDouble...) -> Client {
    Client(features: [SubscriptionFeature(sources)], executor: executor)
  }

  private func listen(_ client: Client, _ filter: JSONObject, id: JSONValue) {
    defer { executor.run() }
    client.request(
      "subscriptions/listen", Client.stateless(["notifications": .object(filter)]), id: id)
  }

  private func subscription(_ message: JSONValue) -> JSONValue? {
    message["params"]?["_meta"]?["io.modelcontextprotocol/subscriptionId"]
  }

  @Test(arguments: ["listen-1", 7, "7"] as [JSONValue])
  func theFirstMessageSaysWhatIsHonored(id: JSONValue) throws {
    let source = ListenSourceDouble()
    let client = client(source)
    listen(
      client,
      [
        "toolsListChanged": true, "resourcesListChanged": true, "resourceSubscriptions": ["x://a"],
        "later": [1],
      ], id: id)
    source.tell(Self.updated, ["uri": "x://a"])
    executor.run()
    #expect(
      client.messages.map { $0["method"] } == [.string(Self.acknowledged), .string(Self.updated)])
    #expect(client.messages.map(subscription) == [id, id])
    #expect(
      client.messages[0]["params"]?["notifications"] == [
        "resourcesListChanged": true, "resourceSubscriptions": ["x://a"],
      ])
    #expect(client.messages[1]["params"]?["uri"] == "x://a")
  }

  @Test func severalStreamsEachHaveTheirOwnCopy() throws {
    let source = ListenSourceDouble()
    let client = client(source)
    for id in [1, "1"] as [JSONValue] { listen(client, ["resourceSubscriptions": ["x://a"]], id: id) }
    source.tell(Self.updated, ["uri": "x://a"])
    executor.run()
    #expect(client.messages.compactMap(subscription) == [1, "1", 1, "1"])
  }

  @Test func severalSourcesFeedOneStream() throws {
    let sources = [ListenSourceDouble(), ListenSourceDouble()]
    let client = client(sources[0], sources[1])
    listen(client, ["resourcesListChanged": true], id: 1)
    for source in sources { source.tell("notifications/resources/list_changed") }
    executor.run()
    #expect(client.messages.count == 3)
  }

  @Test func theClientEndsItAndHearsNoMore() throws {
    let source = ListenSourceDouble()
    let client = client(source)
    listen(client, ["resourceSubscriptions": ["x://a"]], id: 1)
    client.notify("notifications/cancelled", ["requestId": 1])
    // Nothing may follow, though the task has not even heard of it.
    source.tell(Self.updated, ["uri": "x://a"])
    executor.run()
    #expect(client.messages.count == 1)
    #expect(source.count == 0)
  }

  @Test func theServerEndsItWithAResult() async throws {
    let source = ListenSourceDouble()
    let client = client(source)
    listen(client, ["resourceSubscriptions": ["x://a"]], id: "a")
    listen(client, [:], id: "nothing")
    client.session.endStreams()
    executor.run()
    await client.session.drain()
    for id in ["a", "nothing"] as [JSONValue] {
      let result = try client.result(id)
      #expect(result["resultType"] == "complete")
      #expect(result["_meta"]?["io.modelcontextprotocol/subscriptionId"] == id)
      #expect(result.names == ["_meta", "resultType"])
    }
    // Nothing is cancelled: clients take that for a connection that was lost.
    #expect(
      client.messages.compactMap { $0["method"] } == [.string(Self.acknowledged), .string(Self.acknowledged)])
    #expect(source.count == 0)
  }

  @Test func whoListensToNothingIsToldSoAndKept() throws {
    let client = client(ListenSourceDouble())
    listen(client, ["promptsListChanged": true], id: 1)
    #expect(client.messages.count == 1)
    #expect(client.messages[0]["params"]?["notifications"] == [:])
  }

  @Test func whatIsNotThereIsAnErrorAndNoStream() throws {
    let source = ListenSourceDouble()
    let client = client(ListenSourceDouble(), source)
    listen(client, ["resourceSubscriptions": ["x://a", "x://none"]], id: 1)
    let error = try client.error(1)
    #expect(error["code"] == -32602)
    #expect(error["data"] == ["uri": "x://none"])
    #expect(client.messages.count == 1)
    #expect(source.count == 0)
  }

  @Test(
    arguments: [
      nil, .null, [], "x", ["resourcesListChanged": "yes"], ["toolsListChanged": 1],
      ["resourceSubscriptions": "x://a"],
      ["resourceSubscriptions": [1]],
    ] as [JSONValue?])
  func aFilterThatIsNoneIsRefused(filter: JSONValue?) throws {
    let client = client(ListenSourceDouble())
    var params = JSONObject()
    params.append("notifications", ifKnown: filter)
    client.request("subscriptions/listen", Client.stateless(params), id: 1)
    executor.run()
    #expect(try client.error(1)["code"] == -32602)
  }

  @Test func revisionsWithAHandshakeDoNotHaveIt() throws {
    let client = try Client.legacy(features: [SubscriptionFeature([ListenSourceDouble()])])
    #expect(try client.error(of: "subscriptions/listen", ["notifications": [:]], id: 1)["code"] == -32601)
    #expect(try client.result("init")["capabilities"] == [:])
  }
}
