import AgentProtocol
import JSON
import JSONRPC
import Testing

/// Requests of the stateless era: each says what it needs, and nothing is remembered.
@Suite struct StatelessTests {
  private static let prefix = "io.modelcontextprotocol/"

  @Test func discoverSaysWhatIsSpoken() throws {
    let result = try Client().result(of: "server/discover", Client.stateless())
    #expect(
      result == [
        "supportedVersions": ["2026-07-28"], "capabilities": ["tools": [:]], "instructions": "Be kind.",
        "ttlMs": 3_600_000, "cacheScope": "public", "resultType": "complete",
        "_meta": [
          "io.modelcontextprotocol/serverInfo": ["name": "double", "title": "A Double", "version": "1.2.3"]
        ],
      ])
  }

  @Test func resultsOfCallsAreComplete() throws {
    let client = Client()
    client.call("echo", ["a": 1], meta: Client.meta())
    let result = try client.result(1)
    #expect(result.names == ["content", "structuredContent", "isError", "resultType", "_meta"])
    #expect(result["resultType"] == "complete")
    #expect(result["_meta"]?[Self.prefix + "serverInfo"]?["name"] == "double")
    #expect(result["structuredContent"] == ["got": ["a": 1]])
  }

  @Test func failuresAreCompleteToo() throws {
    let tool = ToolDouble { _, _ in throw ToolFailure(code: "c", message: "m", hint: "h") }
    let client = Client(tools: [tool])
    client.call("echo", meta: Client.meta())
    #expect(try client.result(1)["isError"] == true)
    #expect(try client.result(1)["resultType"] == "complete")
  }

  @Test func whatARequestMustSayIsNamed() throws {
    let version = Self.prefix + "protocolVersion"
    let capabilities = Self.prefix + "clientCapabilities"
    let cases: [(JSONObject, String)] = [
      ([capabilities: [:]], version), ([version: 5, capabilities: [:]], version),
      ([version: .null, capabilities: [:]], version), ([Self.prefix + "clientInfo": ["name": "c"]], version),
      ([version: "2026-07-28"], capabilities), ([version: "2026-07-28", capabilities: []], capabilities),
      ([version: "2026-07-28", capabilities: .null], capabilities),
    ]
    for (meta, missing) in cases {
      for method in ["tools/list", "tools/call", "server/discover", "unheard/of"] {
        let error = try Client().error(of: method, ["_meta": .object(meta)])
        #expect(error["code"] == -32602)
        #expect(error["message"]?.string?.hasPrefix("params._meta must hold \(missing), a") == true)
      }
    }
    for params in [[:], ["_meta": [:]], ["_meta": 1]] as [JSONObject] {
      #expect(try Client().error(of: "server/discover", params)["code"] == -32602)
    }
  }

  @Test(arguments: ["2025-11-25", "2024-11-05", "2027-01-01", ""])
  func anotherVersionIsRefusedWithWhatIsSupported(version: String) throws {
    let client = Client()
    let meta = Client.meta(version: .string(version))
    for (id, method) in [(1, "tools/list"), (2, "server/discover"), (3, "ping")] as [(JSONValue, String)] {
      #expect(
        try client.error(of: method, ["_meta": .object(meta)], id: id) == [
          "code": -32022, "message": .string("The protocol version \(version) is not supported."),
          "data": ["supported": ["2026-07-28"], "requested": .string(version)],
        ])
    }
  }

  @Test func whoTheClientIsNeedNotBeSaid() throws {
    let meta = Client.meta([Self.prefix + "clientInfo": ["name": "c"], "unknown.example/key": [1]])
    #expect(try Client().result(of: "tools/list", ["_meta": .object(meta)])["tools"] != nil)
    #expect(try Client().result(of: "tools/list", Client.stateless())["tools"] != nil)
  }

  @Test(arguments: [
    "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe", "tasks/result", "tasks/list",
    "subscriptions/listen", "prompts/list", "notifications/initialized",
  ])
  func whatWasRemovedOrIsNotDeclaredIsNotFound(method: String) throws {
    #expect(try Client().error(of: method, Client.stateless())["code"] == -32601)
  }

  @Test func aHandshakeIsNeitherNeededNorMade() throws {
    let client = Client()
    _ = try client.result(of: "tools/list", Client.stateless(), id: 1)
    #expect(try client.error(of: "tools/list", id: 2)["code"] == -32600)
    _ = try client.result(of: "initialize", ["protocolVersion": "2024-11-05"], id: 3)
    // Both eras side by side, each with its own form.
    client.call("echo", id: 4)
    client.call("echo", id: 5, meta: Client.meta())
    client.call("echo", id: 6)
    #expect(try [4, 6].map { try client.result($0)["structuredContent"] } == [nil, nil])
    #expect(try client.result(5)["structuredContent"] != nil)
    #expect(try client.error(of: "server/discover", id: 7)["code"] == -32602)
  }

  @Test func interleavedRequestsAreIndependent() throws {
    let slow = Gate()
    let quick = Gate()
    let tools = [ToolDouble.waiting("slow", at: slow), ToolDouble.waiting("quick", at: quick)]
    let client = Client(tools: tools)
    client.call("slow", id: 1, meta: Client.meta(["progressToken": 1]))
    client.call("quick", id: 2, meta: Client.meta(version: "2099-01-01"))
    client.call("quick", id: 3, meta: Client.meta())
    #expect(try client.error(2)["code"] == -32022)
    #expect((slow.waiting, quick.waiting) == (1, 1))
    client.notify("notifications/cancelled", ["requestId": 2])
    quick.open()
    #expect(try client.result(3)["resultType"] == "complete")
    #expect(client.replies(to: 1).isEmpty)
    slow.open()
    #expect(try client.result(1)["resultType"] == "complete")
  }
}
