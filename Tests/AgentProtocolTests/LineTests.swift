import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// What is no request: notifications, replies, batches, and lines that are no message at all.
@Suite struct LineTests {
  @Test(arguments: [
    #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
    #"{"jsonrpc":"2.0","method":"notifications/unheard-of","params":{"a":1}}"#,
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":[1]}"#,
    #"{"jsonrpc":"2.0","method":"tools/list"}"#, #"{"jsonrpc":"2.0","method":"tools/call","params":{}}"#,
    #"{"jsonrpc":"2.0","method":"initialize","params":{}}"#, #"{"jsonrpc":"2.0","method":"ping"}"#,
    #"{"jsonrpc":"2.0","id":1,"result":{}}"#, #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}}"#,
    #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}"#,
  ])
  func notificationsAndRepliesAreNeverAnswered(line: String) throws {
    let client = try Client.legacy()
    client.receive(line)
    #expect(client.messages.count == 1)
    #expect(client.complaints.all.isEmpty)
  }

  @Test func aLineThatIsNoMessageIsAnsweredWithoutIdentifier() throws {
    let client = Client()
    client.receive("{\"id\":1,")
    client.receive("[]")
    client.session.receive(.tooLong(bytes: 99_999_999))
    let errors = client.messages
    #expect(errors.map { $0["error"]?["code"] } == [-32700, -32600, -32600])
    #expect(errors.allSatisfy { $0["id"] == nil })
    #expect(errors[2]["error"]?["message"] == "The line has 99999999 bytes; at most 16777216 are taken.")
    // And the conversation goes on.
    #expect(try client.result(of: "ping") == [:])
  }

  @Test func aMessageThatIsNoRequestIsAnsweredByItsIdentifier() throws {
    let client = Client()
    client.receive(#"{"jsonrpc":"2.0","id":"x","method":"ping","params":[]}"#)
    #expect(try client.error("x")["code"] == -32602)
  }

  @Test func membersThatNobodyKnowsArePassedOver() throws {
    let client = try Client.legacy()
    client.receive(
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","trailer":[1],"params":{"name":"echo","later":{"a":1},"#
        + #""arguments":{"a":1},"_meta":{"progressToken":1,"x":null}}}"#)
    #expect(try client.result(1)["structuredContent"] == ["got": ["a": 1]])
    client.receive(#"{"jsonrpc":"2.0","method":"notifications/initialized","x":1,"params":{"y":[]}}"#)
    #expect(client.messages.count == 2)
  }

  private static let batch = """
    [{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"notifications/initialized"},\
    7,{"jsonrpc":"2.0","id":2,"method":"tools/list"}]
    """

  @Test func batchesAreForOneRevisionAlone() throws {
    let clients = try ProtocolRevision.handshake.map { try Client.legacy($0) } + [Client()]
    for (client, revision) in zip(clients, ProtocolRevision.handshake + [.july2026])
    where revision != .march2025 {
      client.receive(Self.batch)
      let last = try #require(client.messages.last)
      #expect(last["id"] == nil)
      #expect(last["error"]?["code"] == -32600)
      #expect(
        last["error"]?["message"] == "Only the revision 2025-03-26 allows several messages in a line.")
      #expect(client.replies(to: 1).isEmpty)
    }
  }

  @Test func everyMessageOfABatchIsAnswered() throws {
    let client = try Client.legacy(.march2025)
    client.receive(Self.batch)
    #expect(try client.result(1) == [:])
    #expect(try client.result(2)["tools"] != nil)
    #expect(client.messages.count == 4)
    #expect(client.messages.first { $0["id"] == nil }?["error"]?["code"] == -32600)
  }
}
