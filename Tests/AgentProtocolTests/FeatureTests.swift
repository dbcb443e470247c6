import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// What is announced is what is served, in each revision.
@Suite struct FeatureTests {
  private static let features: [any Feature] = [
    ToolFeature([]),
    FeatureDouble(
      capability: .core("doubles", settings: ["listChanged": false]),
      methods: [
        "doubles/list": .immediate { _, context in
          MethodResult(["revision": .string(context.caller.revision.rawValue)], caching: .live)
        }
      ]),
    FeatureDouble(
      capability: .extension("com.example/new"), revisions: [.july2026],
      methods: [
        "new/ask": .deferred { _, _ in MethodResult(["a": 1], kind: .inputRequired, caching: .catalog) }
      ]),
  ]

  @Test func aRevisionHasTheFeaturesThatKnowIt() throws {
    let modern = try Client(features: Self.features).result(of: "server/discover", Client.stateless())
    #expect(
      modern["capabilities"] == [
        "tools": [:], "doubles": ["listChanged": false], "extensions": ["com.example/new": [:]],
      ])
    let client = Client(features: Self.features)
    let legacy = try client.result(of: "initialize", ["protocolVersion": "2025-11-25"], id: 1)
    #expect(legacy["capabilities"] == ["tools": [:], "doubles": ["listChanged": false]])
    #expect(try client.result(of: "doubles/list", id: 2) == ["revision": "2025-11-25"])
    #expect(try client.error(of: "new/ask", id: 3)["code"] == -32601)
    #expect(try client.result(of: "new/ask", Client.stateless(), id: 4)["a"] == 1)
  }

  @Test func statelessResultsSayOfWhatKindTheyAreAndHowLongTheyHold() throws {
    let client = Client(features: Self.features)
    let live = try client.result(of: "doubles/list", Client.stateless(), id: 1)
    #expect(live.names == ["revision", "ttlMs", "cacheScope", "resultType", "_meta"])
    #expect((live["ttlMs"], live["cacheScope"]) == (0, "private"))
    let question = try client.result(of: "new/ask", Client.stateless(), id: 2)
    #expect(question.names == ["a", "resultType", "_meta"])
    #expect(question["resultType"] == "input_required")
  }

  @Test func ofAStatelessRequestNothingIsRemembered() throws {
    let seen = Recorder<[Bool]>()
    let feature = FeatureDouble(
      capability: .core("x"),
      methods: [
        "x": .immediate { _, context in
          let capabilities = context.caller.capabilities
          seen.record([capabilities.elicitsForms, capabilities.declares(extension: "com.example/new")])
          return MethodResult([:])
        }
      ])
    let client = try Client.legacy(features: [feature], capabilities: ["elicitation": ["form": [:]]])
    let prefix = "io.modelcontextprotocol/"
    let declared: [JSONObject] = [
      [:], ["elicitation": [:]], ["elicitation": ["url": [:]]], ["extensions": ["com.example/new": [:]]],
      ["extensions": ["com.example/new": .null]],
    ]
    for (id, capabilities) in declared.enumerated() {
      var meta = Client.meta()
      meta[prefix + "clientCapabilities"] = .object(capabilities)
      _ = try client.result(of: "x", ["_meta": .object(meta)], id: .integer(Int64(id)))
    }
    _ = try client.result(of: "x", id: "legacy")
    #expect(
      seen.all == [
        [false, false], [true, false], [false, false], [false, true], [false, false], [true, false],
      ])
  }

  @Test func aFaultOfOursIsAnErrorAndALine() throws {
    struct Fault: Error {}
    let feature = FeatureDouble(
      capability: .core("x"),
      methods: ["a": .immediate { _, _ in throw Fault() }, "b": .deferred { _, _ in throw Fault() }])
    let client = try Client.legacy(features: [feature])
    for method in ["a", "b"] {
      #expect(try client.error(of: method, id: .string(method))["code"] == -32603)
    }
    #expect(client.complaints.all == ["a failed: Fault()", "b failed: Fault()"])
  }
}
