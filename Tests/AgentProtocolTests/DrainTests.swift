import AgentProtocol
import JSON
import JSONRPC
import Platform
import Synchronization
import TestSupport
import Testing

/// `drain` and calls that run on threads of their own, as in the server.
@Suite(.timeLimit(.minutes(10))) struct DrainTests {
  @Test func withoutCallsItReturnsAtOnce() async throws {
    await Client().session.drain()
    let client = try Client.legacy()
    client.call("echo")
    await client.session.drain()
  }

  @Test func itReturnsWhenTheLastCallIsAnswered() async throws {
    let gates = [Gate(), Gate()]
    let client = try Client.legacy(
      tools: [ToolDouble.waiting("a", at: gates[0]), ToolDouble.waiting("b", at: gates[1])])
    client.call("a", id: 1)
    client.call("b", id: 2)
    let isDrained = Atomic(false)
    async let drained: Void = {
      await client.session.drain()
      isDrained.store(true, ordering: .releasing)
    }()
    gates[0].open()
    let wasDrainedEarly = isDrained.load(ordering: .acquiring)
    #expect(!wasDrainedEarly)
    gates[1].open()
    await drained
    #expect(client.messages.count == 3)
  }

  @Test func itReturnsWhenTheLastCallIsCancelledByTheClient() async throws {
    let client = try Client.legacy(tools: [ToolDouble.waiting(at: Gate())])
    client.call("wait", id: 1)
    async let drained: Void = client.session.drain()
    client.notify("notifications/cancelled", ["requestId": 1])
    await drained
  }

  @Test func itReturnsWhenItsTaskIsCancelled() async throws {
    let gate = Gate()
    let client = try Client.legacy(tools: [ToolDouble.waiting(at: gate)])
    client.call("wait", id: 1)
    let drain = Task { await client.session.drain() }
    drain.cancel()
    await drain.value
    #expect(client.replies(to: 1).isEmpty)
    // The call itself is not touched.
    gate.open()
    #expect(try client.result(1)["isError"] == false)
  }

  /// Whoever drains ends the program: a reply that is still on its way would be lost.
  @Test func itDoesNotReturnBeforeTheReplyIsSent() async throws {
    let gate = Gate()
    let isDrained = Atomic(false)
    let drainedTooEarly = Recorder<Bool>()
    let session = AgentSession(
      identity: ServerIdentity(name: "", title: "", version: "", instructions: ""),
      features: [ToolFeature([ToolDouble.waiting(at: gate)])], executor: InlineExecutor(),
      send: { message in
        guard !message.isNotification else { return }
        // A chance for the drain to return while the reply is being sent.
        let end = SystemClock.monotonic().advanced(bySeconds: 0.2)
        while !isDrained.load(ordering: .acquiring), SystemClock.monotonic() < end {
          _ = try? Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: 0.001))  // only time
        }
        drainedTooEarly.record(isDrained.load(ordering: .acquiring))
      }, complain: { _ in })
    let call: JSONValue = [
      "jsonrpc": "2.0", "id": 1, "method": "tools/call",
      "params": ["name": "wait", "_meta": .object(Client.meta())],
    ]
    session.receive(.line(JSONWriter.bytes(call)[...]))
    let drain = Task {
      await session.drain()
      isDrained.store(true, ordering: .releasing)
    }
    try await onOwnThread { gate.open() }
    await drain.value
    #expect(drainedTooEarly.all == [false])
  }

  @Test func everyCallIsAnsweredOnceOnAnEventLoop() async throws {
    let loop = try EventLoop()
    try Thread.start(name: "loop") { loop.run() }
    defer { loop.stop() }
    let tool = ToolDouble { arguments, _ in
      await Task.yield()
      return ToolResult(structuredContent: arguments, text: "")
    }
    let client = Client(tools: [tool], executor: loop)
    for id in 1...500 {
      client.call("echo", ["n": .integer(Int64(id))], id: .integer(Int64(id)), meta: Client.meta())
    }
    await client.session.drain()
    #expect(client.messages.count == 500)
    for id in 1...500 {
      let id = JSONValue.integer(Int64(id))
      #expect(try client.result(id)["structuredContent"] == ["n": id])
    }
  }
}
