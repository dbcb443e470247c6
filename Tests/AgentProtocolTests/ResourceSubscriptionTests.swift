import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// `resources/subscribe` of the revisions with a handshake.
@Suite(.timeLimit(.minutes(10))) struct ResourceSubscriptionTests {
  private static let updated = "notifications/resources/updated"
  private static let listChanged = "notifications/resources/list_changed"

  private func client(_ source: ListenSourceDouble) throws -> Client {
    try Client.legacy(
      features: [ResourceFeature(CatalogDouble(), source: source, executor: InlineExecutor())])
  }

  @Test func aClientHearsOfWhatItSubscribedToUntilItWantsNoMore() throws {
    let source = ListenSourceDouble()
    let client = try client(source)
    #expect(try client.result(of: "resources/subscribe", ["uri": "x://a"], id: 1) == [:])
    source.tell(Self.updated, ["uri": "x://a"])
    source.tell(Self.updated, ["uri": "x://a"])
    let heard = client.notifications
    #expect(heard.map { $0["method"] } == [.string(Self.updated), .string(Self.updated)])
    // No stream, so nothing names one.
    #expect(heard.first?["params"] == ["uri": "x://a"])
    #expect(try client.result(of: "resources/unsubscribe", ["uri": "x://a"], id: 2) == [:])
    #expect(source.count == 0)
    #expect(try client.result(of: "resources/unsubscribe", ["uri": "x://a"], id: 3) == [:])
    source.tell(Self.updated, ["uri": "x://a"])
    #expect(client.notifications.count == 2)
  }

  @Test func twiceIsOnce() throws {
    let source = ListenSourceDouble()
    let client = try client(source)
    for id in 1...3 {
      #expect(try client.result(of: "resources/subscribe", ["uri": "x://a"], id: .integer(Int64(id))) == [:])
    }
    #expect(source.count == 1)
  }

  @Test func whatIsNotThereCannotBeSubscribedTo() throws {
    let source = ListenSourceDouble()
    let client = try client(source)
    let error = try client.error(of: "resources/subscribe", ["uri": "x://none"], id: 1)
    #expect(error["code"] == -32002)
    #expect(error["data"] == ["uri": "x://none"])
    #expect(try client.error(of: "resources/subscribe", id: 2)["code"] == -32602)
    #expect(try client.error(of: "resources/unsubscribe", ["uri": 1], id: 3)["code"] == -32602)
    #expect(source.count == 0)
  }

  @Test func whoHasReadTheListHearsWhenItIsAnother() throws {
    let source = ListenSourceDouble()
    let client = try client(source)
    source.tell(Self.listChanged)
    #expect(source.count == 0)
    for id in 1...2 { _ = try client.result(of: "resources/list", id: .integer(Int64(id))) }
    #expect(source.count == 1)
    source.tell(Self.listChanged)
    #expect(client.notifications.map { $0["method"] } == [.string(Self.listChanged)])
  }

  @Test func onesThatAreGivenUpWhileTheyAreMadeAreNotKept() async throws {
    let gate = Gate()
    let source = ListenSourceDouble(door: gate)
    let client = try client(source)
    client.request("resources/subscribe", ["uri": "x://a"], id: 1)
    #expect(try client.result(of: "resources/unsubscribe", ["uri": "x://a"], id: 2) == [:])
    gate.open()
    #expect(try client.result(1) == [:])
    #expect(source.count == 0)
  }

  @Test func theEndOfTheConnectionFreesAll() throws {
    let source = ListenSourceDouble()
    do {
      let client = try client(source)
      for (id, uri) in ["x://a", "x://b"].enumerated() {
        _ = try client.result(of: "resources/subscribe", ["uri": .string(uri)], id: .integer(Int64(id)))
      }
      _ = try client.result(of: "resources/list", id: "list")
      #expect(source.count == 3)
    }
    #expect(source.count == 0)
  }
}
