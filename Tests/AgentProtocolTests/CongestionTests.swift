import AgentProtocol
import JSON
import Synchronization
import TestSupport
import Testing

/// A client that has left much unread: nothing more is done for it, and it is told so.
@Suite struct CongestionTests {
  /// Can be set while a session has it.
  private final class Congestion: Sendable {
    private let state = Mutex(false)
    var isThere: Bool {
      get { state.withLock { $0 } }
      set { state.withLock { $0 = newValue } }
    }
  }

  @Test func callsAreRefusedBeforeAnythingIsDone() throws {
    let done = Recorder<String>()
    let tool = ToolDouble { _, _ in
      done.record("called")
      return ToolResult(structuredContent: [:], text: "")
    }
    let congestion = Congestion()
    let client = Client(features: [ToolFeature([tool])]) { congestion.isThere }
    congestion.isThere = true
    client.request("tools/call", Client.stateless(["name": "echo"]), id: 1)
    client.request("tools/list", Client.stateless(), id: 2)
    for id in [1, 2] as [JSONValue] {
      #expect(try client.error(id)["code"] == -32603)
      #expect(try client.error(id)["message"]?.string?.contains("nothing was done") == true)
    }
    #expect(done.all.isEmpty)
    #expect(client.complaints.all.isEmpty, "it is no fault of ours")
    congestion.isThere = false
    client.request("tools/call", Client.stateless(["name": "echo"]), id: 3)
    #expect(try client.result(3)["isError"] == false)
  }

  @Test func pingsAndCancellationsGoOn() throws {
    let gate = Gate()
    let congestion = Congestion()
    let client = Client(features: [ToolFeature([ToolDouble.waiting(at: gate)])]) { congestion.isThere }
    client.request("tools/call", Client.stateless(["name": "wait"]), id: 1)
    congestion.isThere = true
    client.request("ping", id: 2)
    #expect(try client.result(2) == [:])
    client.notify("notifications/cancelled", ["requestId": 1])
    #expect(gate.waiting == 0)
    #expect(client.replies(to: 1).isEmpty)
  }

  @Test func aCallThatIsUnderWayIsAnswered() throws {
    let gate = Gate()
    let congestion = Congestion()
    let client = Client(features: [ToolFeature([ToolDouble.waiting(at: gate)])]) { congestion.isThere }
    client.request("tools/call", Client.stateless(["name": "wait"]), id: 1)
    congestion.isThere = true
    gate.open()
    #expect(try client.result(1)["isError"] == false)
  }
}
