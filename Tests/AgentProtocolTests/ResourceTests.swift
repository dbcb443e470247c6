import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// Resources in the form of each revision.
@Suite struct ResourceTests {
  private static let features: [any Feature] = [
    ResourceFeature(CatalogDouble(), source: ListenSourceDouble(), executor: InlineExecutor())
  ]

  private func client(_ revision: ProtocolRevision) throws -> Client {
    revision == .july2026
      ? Client(features: Self.features) : try Client.legacy(revision, features: Self.features)
  }

  private func params(_ params: JSONObject, _ revision: ProtocolRevision) -> JSONObject {
    revision == .july2026 ? Client.stateless(params) : params
  }

  @Test(arguments: ProtocolRevision.allCases)
  func listsHaveWhatTheRevisionKnows(revision: ProtocolRevision) throws {
    let client = try client(revision)
    let page = try client.result(of: "resources/list", params([:], revision), id: 1)
    let resource = try #require(page["resources"]?.array?.first?.object)
    let isNew = revision >= .june2025
    #expect(
      resource.names
        == (isNew
          ? ["uri", "name", "title", "description", "mimeType", "size", "annotations"]
          : ["uri", "name", "description", "mimeType", "size"]))
    #expect(resource["annotations"] == (isNew ? ["lastModified": "2026-11-21T12:00:00.000Z"] : nil))
    #expect(page["nextCursor"] == "2")
    let rest = try client.result(of: "resources/list", params(["cursor": "2"], revision), id: 2)
    #expect(rest["resources"]?.array?.first?["uri"] == "x://b")
    #expect(rest["resources"]?.array?.first?["size"] == nil)
    #expect(rest["nextCursor"] == nil)
    let isModern = revision == .july2026
    #expect(page["ttlMs"] == (isModern ? 0 : nil))
    #expect(page["cacheScope"] == (isModern ? "private" : nil))
    #expect(rest["cacheScope"] == page["cacheScope"], "one scope for all pages")

    let templates = try client.result(of: "resources/templates/list", params([:], revision), id: 3)
    let template = try #require(templates["resourceTemplates"]?.array?.first?.object)
    #expect(
      template.names
        == (isNew
          ? ["uriTemplate", "name", "title", "description", "mimeType"]
          : ["uriTemplate", "name", "description", "mimeType"]))
    #expect(templates["ttlMs"] == (isModern ? 3_600_000 : nil))
  }

  @Test(arguments: ProtocolRevision.allCases)
  func readingHasWhatTheRevisionKnows(revision: ProtocolRevision) throws {
    let client = try client(revision)
    let result = try client.result(of: "resources/read", params(["uri": "x://a"], revision), id: 1)
    let meta: JSONValue? = revision >= .june2025 ? ["x/size": 3] : nil
    let contents = try #require(result["contents"]?.array)
    #expect(contents.count == 1)
    #expect(contents[0]["text"] == "ä\n")
    #expect(contents[0]["uri"] == "x://a")
    #expect(contents[0]["_meta"] == meta)
    #expect(result["ttlMs"] == (revision == .july2026 ? 0 : nil))
  }

  @Test(arguments: ProtocolRevision.allCases)
  func whatIsNotThereIsToldInTheWayOfTheRevision(revision: ProtocolRevision) throws {
    let client = try client(revision)
    let error = try client.error(of: "resources/read", params(["uri": "x://c"], revision), id: 1)
    #expect(error["code"] == (revision == .july2026 ? -32602 : -32002))
    #expect(error["data"] == ["uri": "x://c"])
    let long = String(repeating: "ö", count: 5000)
    let echo = try client.error(of: "resources/read", params(["uri": .string(long)], revision), id: 2)
    #expect(echo["data"]?["uri"]?.string?.count == 300)
    for (id, wrong) in [[:], ["uri": 5], ["uri": .null]].enumerated() as EnumeratedSequence<[JSONObject]> {
      let id = JSONValue.string("\(id)")
      #expect(try client.error(of: "resources/read", params(wrong, revision), id: id)["code"] == -32602)
    }
    let fault = try client.error(of: "resources/read", params(["uri": "x://broken"], revision), id: 3)
    #expect(fault["code"] == -32603)
    #expect(client.complaints.all.isEmpty)
  }

  @Test(arguments: ["resources/list", "resources/templates/list"])
  func cursorsThatWereNeverGivenOutAreRefused(method: String) throws {
    let client = try client(.july2026)
    for (id, cursor) in ["", "3", 5, [:], "…"].enumerated() as EnumeratedSequence<[JSONValue]> {
      let error = try client.error(
        of: method, Client.stateless(["cursor": cursor]), id: .integer(Int64(id)))
      #expect(error["code"] == -32602, "\(cursor)")
    }
  }

  @Test func theStatelessEraHasNoSubscribe() throws {
    let client = try client(.july2026)
    for method in ["resources/subscribe", "resources/unsubscribe"] {
      let error = try client.error(of: method, Client.stateless(["uri": "x://a"]), id: .string(method))
      #expect(error["code"] == -32601)
    }
  }
}
