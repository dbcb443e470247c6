import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// How the server and its tools introduce themselves: what a revision does not know is withheld.
@Suite struct IdentityTests {
  private static let icon = Icon(png: [0x89, 0x50])

  /// What a client of a revision is told of the server, at the opening and later, and the members of a tool.
  private func introduction(
    _ revision: ProtocolRevision
  ) throws -> (opening: JSONValue?, later: JSONValue?, tool: JSONValue?) {
    let sent = Recorder<JSONValue>()
    let session = AgentSession(
      identity: ServerIdentity(
        name: "n", title: "t", version: "v", instructions: "i", description: "d", icons: [Self.icon]),
      features: [ToolFeature([ToolDouble()], icons: [Self.icon])], executor: InlineExecutor(),
      // What cannot be parsed fails the test as null.
      send: { sent.record((try? JSONParser.parse($0.frame)) ?? .null) }, complain: { _ in })
    let isStateless = revision == .july2026
    let opening: JSONObject =
      isStateless ? Client.stateless() : ["protocolVersion": .string(revision.rawValue)]
    for (id, method, params) in [
      (1, isStateless ? "server/discover" : "initialize", opening),
      (2, "tools/list", isStateless ? Client.stateless() : [:]),
    ] as [(JSONValue, JSONValue, JSONObject)] {
      let request: JSONValue = ["jsonrpc": "2.0", "id": id, "method": method, "params": .object(params)]
      session.receive(.line(JSONWriter.bytes(request)[...]))
    }
    let results = sent.all.map { $0["result"] }
    let key = "io.modelcontextprotocol/serverInfo"
    return (
      isStateless ? results[0]?["_meta"]?[key] : results[0]?["serverInfo"], results[1]?["_meta"]?[key],
      results[1]?["tools"]?.array?.first
    )
  }

  @Test(
    arguments: [
      (.november2024, ["name", "version"]), (.march2025, ["name", "version"]),
      (.june2025, ["name", "title", "version"]),
      (.november2025, ["name", "title", "version", "description", "icons"]),
      (.july2026, ["name", "title", "version", "description", "icons"]),
    ] as [(ProtocolRevision, [String])])
  func anIntroductionHasTheMembersOfTheRevision(revision: ProtocolRevision, names: [String]) throws {
    let (opening, later, tool) = try introduction(revision)
    #expect(opening?.object?.names == names)
    #expect(later?.object?.names == (revision == .july2026 ? ["name", "title", "version"] : nil))
    let icons: JSONValue = [["src": "data:image/png;base64,iVA=", "mimeType": "image/png", "sizes": ["0x0"]]]
    #expect(tool?["icons"] == (names.contains("icons") ? icons : nil))
  }

  @Test(
    arguments: [
      ([], ""), ([0x66], "Zg=="), ([0x66, 0x6F], "Zm8="), ([0x66, 0x6F, 0x6F], "Zm9v"),
      ([0x66, 0x6F, 0x6F, 0x62], "Zm9vYg=="), ([0xFB, 0xFF, 0xFE], "+//+"),
    ] as [([UInt8], String)])
  func bytesBecomeBase64(bytes: [UInt8], text: String) {
    #expect(Icon(png: bytes).source == "data:image/png;base64,\(text)")
  }
}
