import AgentProtocol
import JSON
import Testing

/// `tools/list` in every revision: what a revision does not know is withheld.
@Suite struct ToolListTests {
  private func list(_ revision: ProtocolRevision) throws -> JSONObject {
    let tools = [ToolDouble(), ToolDouble("other", schema: ["type": "object"])]
    return revision == .july2026
      ? try Client(tools: tools).result(of: "tools/list", Client.stateless())
      : try Client.legacy(revision, tools: tools).result(of: "tools/list")
  }

  @Test(
    arguments: [
      (.november2024, ["name", "description", "inputSchema"]),
      (.march2025, ["name", "description", "inputSchema", "annotations"]),
      (.june2025, ["name", "title", "description", "inputSchema", "outputSchema", "annotations"]),
      (.november2025, ["name", "title", "description", "inputSchema", "outputSchema", "annotations"]),
      (.july2026, ["name", "title", "description", "inputSchema", "outputSchema", "annotations"]),
    ] as [(ProtocolRevision, [String])])
  func aToolHasTheMembersOfTheRevision(revision: ProtocolRevision, names: [String]) throws {
    let tools = try #require(try list(revision)["tools"]?.array)
    #expect(tools.map { $0["name"] } == ["echo", "other"])
    for tool in tools { #expect(tool.object?.names == names) }
    #expect(tools[0]["title"] == (revision >= .june2025 ? "Echo" : nil))
    #expect(tools[0]["description"] == "Says it again.")
    // What the model reads is said once.
    #expect(tools[0]["inputSchema"] == ["type": "object"])
  }

  @Test(arguments: [ProtocolRevision.march2025, .november2025, .july2026])
  func allFourHintsAreSaid(revision: ProtocolRevision) throws {
    #expect(
      try list(revision)["tools"]?.array?.first?["annotations"] == [
        "title": "Echo", "readOnlyHint": true, "destructiveHint": false, "idempotentHint": true,
        "openWorldHint": false,
      ])
  }

  @Test func onlyStatelessRevisionsGetWhatIsForCaches() throws {
    for revision in ProtocolRevision.handshake { #expect(try list(revision).names == ["tools"]) }
    let modern = try list(.july2026)
    #expect(modern.names == ["tools", "ttlMs", "cacheScope", "resultType", "_meta"])
    #expect(modern["ttlMs"] == 3_600_000)
    #expect(modern["cacheScope"] == "public")
    #expect(modern["resultType"] == "complete")
  }

  @Test func noCursorWasEverGivenOut() throws {
    let client = try Client.legacy()
    for (id, cursor) in [("a", ""), ("b", "x")] as [(JSONValue, JSONValue)] {
      #expect(try client.error(of: "tools/list", ["cursor": cursor], id: id)["code"] == -32602)
    }
  }

  @Test func theListIsTheSameEveryTime() throws {
    let client = try Client.legacy()
    let first = try client.result(of: "tools/list", id: 1)
    let second = try client.result(of: "tools/list", id: 2)
    #expect(JSONWriter.bytes(.object(first)) == JSONWriter.bytes(.object(second)))
  }
}
