import JSON
import JSONRPC
import Testing

/// Every kind of line has one decided reading.
@Suite struct IncomingMessageTests {
  private func message(_ text: String) -> IncomingMessage { IncomingMessage(frame: Array(text.utf8)[...]) }

  /// What is answered to something that is no message.
  private struct Refusal: CustomTestStringConvertible, Sendable {
    let input: String
    let code: Int
    let id: JSONValue?
    let words: String
    var testDescription: String { input }

    init(_ input: String, _ code: Int, id: JSONValue? = nil, _ words: String) {
      self.input = input
      self.code = code
      self.id = id
      self.words = words
    }
  }

  private static let idRule = "The id must be a string or an integer."
  private static let versionRule = #"The member 'jsonrpc' must be "2.0"."#
  private static let paramsRule = "The params must be an object."
  private static let kindRule = "The message has neither 'method' nor 'result' nor 'error'."

  private static let refusals: [Refusal] = [
    Refusal("{", -32700, "The line is not JSON: the text ends in the middle of a value at byte 1."),
    Refusal("hello", -32700, "The line is not JSON: unexpected byte 0x68 at byte 0."),
    Refusal(
      #"{"jsonrpc":"2.0","id":1,"method":"ping"} x"#, -32700,
      "The line is not JSON: there is more after the value at byte 41."),
    Refusal("1", -32600, "A message is a JSON object; this is of type integer."),
    Refusal("null", -32600, "A message is a JSON object; this is of type null."),
    Refusal(#""ping""#, -32600, "A message is a JSON object; this is of type string."),
    Refusal("[]", -32600, "The batch is empty."),
    Refusal("{}", -32600, versionRule),
    Refusal(#"{"id":1,"method":"ping"}"#, -32600, id: 1, versionRule),
    Refusal(#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600, id: 1, versionRule),
    Refusal(#"{"jsonrpc":2.0,"id":"a","method":"ping"}"#, -32600, id: "a", versionRule),
    Refusal(#"{"jsonrpc":"2.0"}"#, -32600, kindRule),
    Refusal(#"{"jsonrpc":"2.0","id":1}"#, -32600, id: 1, kindRule),
    Refusal(#"{"jsonrpc":"2.0","result":{}}"#, -32600, kindRule),
    Refusal(#"{"jsonrpc":"2.0","id":1,"method":1}"#, -32600, id: 1, "The method must be a string."),
    Refusal(#"{"jsonrpc":"2.0","id":1,"method":null}"#, -32600, id: 1, "The method must be a string."),
    Refusal(#"{"jsonrpc":"2.0","method":{}}"#, -32600, "The method must be a string."),
    Refusal(#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600, idRule),
    Refusal(#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600, idRule),
    Refusal(#"{"jsonrpc":"2.0","id":1.0,"method":"ping"}"#, -32600, idRule),
    Refusal(#"{"jsonrpc":"2.0","id":1e3,"method":"ping"}"#, -32600, idRule),
    Refusal(#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, -32600, idRule),
    Refusal(#"{"jsonrpc":"2.0","id":[],"method":"ping"}"#, -32600, idRule),
    Refusal(#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600, idRule),
    Refusal(#"{"jsonrpc":"2.0","id":null,"result":{}}"#, -32600, idRule),
    Refusal(#"{"jsonrpc":"2.0","id":7,"method":"ping","params":[1]}"#, -32602, id: 7, paramsRule),
    Refusal(#"{"jsonrpc":"2.0","id":7,"method":"ping","params":"x"}"#, -32602, id: 7, paramsRule),
    Refusal(#"{"jsonrpc":"2.0","id":7,"method":"ping","params":0}"#, -32602, id: 7, paramsRule),
  ]

  @Test(arguments: refusals)
  private func whatIsNoMessageIsRefused(refusal: Refusal) throws {
    guard case .malformed(let error, let id) = message(refusal.input) else {
      Issue.record("\(refusal.input) was read as a message")
      return
    }
    #expect(error.code == refusal.code)
    #expect(error.message == refusal.words)
    #expect(id?.json == refusal.id)
  }

  @Test func bytesThatAreNotUTF8AreRefusedWhereTheyMatter() {
    let bytes = Array(#"{"jsonrpc":"2.0","id":1,"method":""#.utf8) + [0xFF, 0x22, 0x7D]
    guard case .malformed(let error, nil) = IncomingMessage(frame: bytes[...]) else {
      Issue.record("invalid UTF-8 was read")
      return
    }
    #expect(error.code == -32700)
  }

  @Test(arguments: [
    #""1""#, "1", "0", "-1", "-9223372036854775808", "9007199254740993", "12345678901234567890", #""""#,
    #""é😀""#, #""a\nb\"\\""#, "-12345678901234567890",
  ])
  func identifiersAreEchoedAsTheyCame(id: String) throws {
    guard case .request(let request) = message(#"{"jsonrpc":"2.0","id":\#(id),"method":"x"}"#) else {
      Issue.record("\(id) was refused")
      return
    }
    let frame = String(decoding: OutgoingMessage.result([:], id: request.id).frame, as: UTF8.self)
    #expect(frame == #"{"jsonrpc":"2.0","id":\#(id),"result":{}}"# + "\n")
  }

  @Test func aStringIsAnotherIdentifierThanItsNumber() throws {
    let ids = try ["1", 1, "", "01"].map { try #require(RequestID($0)) }
    #expect(Set(ids).count == 4)
    #expect(RequestID(1.5) == nil)
    #expect(RequestID(.null) == nil)
  }

  @Test func requestsAreRead() throws {
    let id = try #require(RequestID(3))
    for (params, read) in [
      (#","params":{"a":[1]}"#, ["a": [1]]), ("", [:]), (#","params":null"#, [:]), (#","params":{}"#, [:]),
    ] as [(String, JSONObject)] {
      #expect(
        message(#"{"jsonrpc":"2.0","id":3,"method":"tools/list"\#(params),"extra":true}"#)
          == .request(Request(id: id, method: "tools/list", params: read)))
    }
  }

  @Test func membersMayComeInAnyOrderAndTwice() throws {
    let id = try #require(RequestID(2))
    #expect(
      message(#" {"params":{},"method":"b","id":1,"id":2,"jsonrpc":"2.0"} "#)
        == .request(Request(id: id, method: "b")))
  }

  @Test func notificationsAreRead() {
    #expect(
      message(#"{"jsonrpc":"2.0","method":"n","params":{"a":1}}"#)
        == .notification(Notification(method: "n", params: ["a": 1])))
    // Never answered, so params that cannot be used are as good as none.
    #expect(
      message(#"{"jsonrpc":"2.0","method":"n","params":[1]}"#) == .notification(Notification(method: "n")))
  }

  @Test(
    arguments: [
      (#"{"jsonrpc":"2.0","id":1,"result":{}}"#, 1, .result([:])),
      (#"{"jsonrpc":"2.0","id":"x","result":null}"#, "x", .result(.null)),
      (#"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":""}}"#, 1, .error(["code": 1, "message": ""])),
      (#"{"jsonrpc":"2.0","error":5}"#, nil, .error(5)),
      (#"{"jsonrpc":"2.0","id":null,"error":5}"#, nil, .error(5)),
    ] as [(String, JSONValue?, Response.Outcome)])
  func repliesAreReadAndNeverAnswered(text: String, id: JSONValue?, outcome: Response.Outcome) {
    #expect(message(text) == .response(Response(id: id.flatMap(RequestID.init), outcome: outcome)))
  }

  @Test func batchesKeepTheirOrderAndTheirFaults() throws {
    let id = try #require(RequestID(1))
    let batch = message(
      #"[{"jsonrpc":"2.0","id":1,"method":"a"},{"jsonrpc":"2.0","method":"b"},5,[],{"jsonrpc":"2.0","id":9}]"#
    )
    guard case .batch(let messages) = batch else {
      Issue.record("no batch")
      return
    }
    try #require(messages.count == 5)
    #expect(messages[0] == .request(Request(id: id, method: "a")))
    #expect(messages[1] == .notification(Notification(method: "b")))
    for (message, expected) in zip(messages[2...], [nil, nil, 9] as [JSONValue?]) {
      guard case .malformed(let error, let id) = message else {
        Issue.record("\(message)")
        continue
      }
      #expect(error.code == -32600)
      #expect(id?.json == expected)
    }
  }
}
