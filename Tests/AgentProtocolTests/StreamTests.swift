import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// Methods that go on until their client, or the server, wants no more of them.
@Suite(.timeLimit(.minutes(10))) struct StreamTests {
  private func feature(_ gate: Gate) -> FeatureDouble {
    FeatureDouble(
      capability: .core("x"),
      methods: [
        "listen": .stream { _, context in
          context.connection.notify("listening", ["to": context.id?.json ?? .null])
          // Ended by being cancelled, as a stream is: no fault.
          try? await gate.pass()
          return MethodResult(["over": true])
        },
        "wait": .deferred { _, _ in
          try await gate.pass()
          return MethodResult([:])
        },
      ])
  }

  @Test func nobodyWaitsForAStream() async throws {
    let client = try Client.legacy(features: [feature(Gate())])
    client.request("listen", id: 1)
    #expect(client.notifications.map { $0["params"]?["to"] } == [1])
    await client.session.drain()
    #expect(client.replies(to: 1).isEmpty)
  }

  @Test func theServerEndsItWithAResult() async throws {
    let client = try Client.legacy(features: [feature(Gate())])
    for id in 1...3 { client.request("listen", id: .integer(Int64(id))) }
    client.session.endStreams()
    await client.session.drain()
    for id in 1...3 { #expect(try client.result(.integer(Int64(id))) == ["over": true]) }
    client.session.endStreams()
    #expect(client.messages.filter { $0["id"] == 1 }.count == 1)
  }

  @Test func theClientEndsItWithoutAReply() async throws {
    let client = try Client.legacy(features: [feature(Gate())])
    client.request("listen", id: 1)
    client.notify("notifications/cancelled", ["requestId": 1])
    client.session.endStreams()
    await client.session.drain()
    #expect(client.replies(to: 1).isEmpty)
  }

  @Test func otherCallsAreStillWaitedFor() async throws {
    let gate = Gate()
    let client = try Client.legacy(features: [feature(gate)])
    client.request("listen", id: 1)
    client.request("wait", id: 2)
    client.notify("notifications/cancelled", ["requestId": 1])
    let drain = Task { await client.session.drain() }
    #expect(client.replies(to: 2).isEmpty)
    gate.open()
    await drain.value
    #expect(try client.result(2) == [:])
  }
}
