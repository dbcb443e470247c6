import JSON
import JSONRPC
import Testing

/// What we send is one line, to the letter.
@Suite struct OutgoingMessageTests {
  private func text(_ message: OutgoingMessage) -> String { String(decoding: message.frame, as: UTF8.self) }

  @Test func resultsErrorsAndNotificationsHaveTheirForm() throws {
    let id = try #require(RequestID("a"))
    #expect(
      text(.result(["b": [1, "x"]], id: id))
        == #"{"jsonrpc":"2.0","id":"a","result":{"b":[1,"x"]}}"# + "\n")
    #expect(
      text(.error(.invalidParams("No.", data: ["k": 1]), id: id))
        == #"{"jsonrpc":"2.0","id":"a","error":{"code":-32602,"message":"No.","data":{"k":1}}}"# + "\n")
    #expect(
      text(.notification(Notification(method: "n", params: ["p": true])))
        == #"{"jsonrpc":"2.0","method":"n","params":{"p":true}}"# + "\n")
  }

  @Test func anErrorWithoutAnIdentifierHasNoMemberForIt() {
    #expect(
      text(.error(.parseError("What?"), id: nil))
        == #"{"jsonrpc":"2.0","error":{"code":-32700,"message":"What?"}}"# + "\n")
  }

  @Test func aFrameHasOneLineEndWhateverItHolds() throws {
    let id = try #require(RequestID("\n"))
    let frame = OutgoingMessage.result(["a\n": "b\r\n\u{2028}"], id: id).frame
    #expect(frame.count { $0 == 0x0A || $0 == 0x0D } == 1)
    #expect(frame.last == 0x0A)
  }

  @Test func codesAreThoseOfTheSpecification() {
    #expect(RPCError.parseError("").code == -32700)
    #expect(RPCError.invalidRequest("").code == -32600)
    #expect(RPCError.methodNotFound("x").code == -32601)
    #expect(RPCError.methodNotFound("x").message == "There is no method 'x' here.")
    #expect(RPCError.invalidParams("").code == -32602)
    #expect(RPCError.internalError("").code == -32603)
  }

  @Test func onlyNotificationsAreWaitedForByNobody() throws {
    let id = try #require(RequestID(1))
    #expect(OutgoingMessage.notification(Notification(method: "n")).isNotification)
    #expect(!OutgoingMessage.result([:], id: id).isNotification)
    #expect(OutgoingMessage.notification(Notification(method: "n", delivery: .once)).delivery == .once)
    #expect(OutgoingMessage.result([:], id: id).delivery == .always)
    #expect(!OutgoingMessage.error(.parseError(""), id: nil).isNotification)
  }
}
