import AgentProtocol
import JSON
import JSONRPC
import Testing

/// `initialize`, and what may be said before it.
@Suite struct HandshakeTests {
  @Test(arguments: ProtocolRevision.handshake)
  func everyRevisionIsAgreedTo(revision: ProtocolRevision) throws {
    let result = try Client().result(
      of: "initialize",
      [
        "protocolVersion": .string(revision.rawValue), "capabilities": [:],
        "clientInfo": ["name": "c", "version": "1"],
      ])
    #expect(result.names == ["protocolVersion", "capabilities", "serverInfo", "instructions"])
    #expect(result["protocolVersion"]?.string == revision.rawValue)
    #expect(result["capabilities"] == ["tools": [:]])
    #expect(result["instructions"] == "Be kind.")
    let title: JSONValue? = revision >= .june2025 ? "A Double" : nil
    #expect(result["serverInfo"]?["title"] == title)
    #expect(result["serverInfo"]?["name"] == "double")
    #expect(result["serverInfo"]?["version"] == "1.2.3")
  }

  @Test(arguments: ["2026-07-28", "2023-01-01", "2099-01-01", "", "latest"])
  func anUnknownRevisionGetsTheNewestWithAHandshake(version: String) throws {
    let client = Client()
    let result = try client.result(of: "initialize", ["protocolVersion": .string(version)])
    #expect(result["protocolVersion"] == "2025-11-25")
    // And that is what is spoken.
    client.call("echo", id: 2)
    #expect(try client.result(2)["structuredContent"] != nil)
  }

  @Test func aVersionIsNeeded() throws {
    let client = Client()
    #expect(try client.error(of: "initialize", id: 1)["code"] == -32602)
    #expect(try client.error(of: "initialize", ["protocolVersion": 1], id: 2)["code"] == -32602)
    #expect(
      try client.error(2)["message"] == "initialize needs a protocolVersion, a string.")
    // A refused handshake is none.
    _ = try client.result(of: "initialize", ["protocolVersion": "2025-11-25"], id: 3)
  }

  @Test func theSecondHandshakeIsRefusedAndChangesNothing() throws {
    let client = try Client.legacy(.november2024)
    let error = try client.error(of: "initialize", ["protocolVersion": "2025-11-25"], id: 2)
    #expect(error["code"] == -32600)
    #expect(error["message"] == "This connection was initialized before.")
    client.call("echo", id: 3)
    #expect(try client.result(3)["structuredContent"] == nil)
  }

  @Test func pingIsAnsweredBeforeAndDuringACall() throws {
    let gate = Gate()
    let client = Client(tools: [ToolDouble.waiting(at: gate)])
    #expect(try client.result(of: "ping", id: "early") == [:])
    _ = try client.result(of: "initialize", ["protocolVersion": "2025-06-18"], id: "init")
    client.call("wait", id: "call")
    #expect(gate.waiting == 1)
    #expect(try client.result(of: "ping", id: "during") == [:])
    #expect(client.replies(to: "call").isEmpty)
    gate.open()
    #expect(try client.result("call")["isError"] == false)
  }

  @Test(arguments: ["tools/list", "tools/call", "resources/list", "anything"])
  func nothingIsServedBeforeTheHandshake(method: String) throws {
    let error = try Client().error(of: method, ["name": "echo"])
    #expect(error["code"] == -32600)
    #expect(
      error["message"]
        == "Send initialize first, or put io.modelcontextprotocol/protocolVersion into params._meta.")
  }

  @Test(arguments: [
    "resources/list", "prompts/list", "logging/setLevel", "completion/complete", "server/discoverer", "",
    "notifications/initialized", "tools/List", "tasks/list",
  ])
  func whatIsNotDeclaredIsNotFound(method: String) throws {
    let error = try Client.legacy().error(of: method)
    #expect(error["code"] == -32601)
    #expect(error["message"]?.string == "There is no method '\(method)' here.")
  }

  @Test func identifiersAreEchoedInKind() throws {
    let client = Client()
    let ids = ["1", "", 1, -7, 9_007_199_254_740_993] as [JSONValue]
    for id in ids + [try JSONParser.parse("12345678901234567890")] {
      #expect(try client.result(of: "ping", id: id) == [:])
    }
  }
}
