import AgentProtocol
import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A client of one revision with a server of its own on the home of a yard; every message that comes is held against
/// the schema of the revision.
final class RevisionClient {
  static let revisions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"]
  /// The one that needs no handshake.
  static let stateless = "2026-07-28"

  let revision: String
  let server: ServerProcess
  let schema: PublishedSchema
  /// What it was told at the opening.
  private(set) var opening: JSONValue = .null
  private(set) var notifications: [JSONValue] = []
  private var lastID: Int64 = 0
  /// By tool, once they were listed.
  private var outputSchemas: [String: JSONObject] = [:]

  var isStateless: Bool { revision == Self.stateless }

  init(_ revision: String, on yard: Yard) throws {
    self.revision = revision
    schema = try PublishedSchema(revision)
    server = try ServerProcess(yard.companionLaunch)
    if isStateless {
      opening = try result("server/discover")
    } else {
      opening = try result(
        "initialize",
        [
          "protocolVersion": .string(revision), "capabilities": [:],
          "clientInfo": ["name": "tests", "version": "1"],
        ])
      try server.send(["jsonrpc": "2.0", "method": "notifications/initialized"])
    }
  }

  /// Sends a request and gives its reply, whole.
  func reply(_ method: String, _ params: JSONObject = [:], meta: JSONObject = [:]) throws -> JSONValue {
    lastID += 1
    var params = params
    let meta = isStateless ? Wire.meta(meta) : meta
    if !meta.isEmpty { params["_meta"] = .object(meta) }
    let id = JSONValue.integer(lastID)
    let wire = Wire(server: server)
    try wire.send(method, params, id: id)
    let messages = try wire.messages(until: id)
    for message in messages.dropLast() {
      notifications.append(message)
      #expect(schema.problems(call: message) == [], "\(revision) \(message)")
    }
    let reply = try #require(messages.last)
    if let result = reply["result"] {
      #expect(schema.problems(result: result, of: method) == [], "\(revision) \(method)")
      check(result, of: method, params)
    } else {
      #expect(schema.problems(error: reply) == [], "\(revision) \(method)")
      // A client of the handshake era takes such a code for an answer of the other era, which has none for its missing
      // resources in turn.
      let code = reply["error"]?["code"]?.integer ?? 0
      #expect(isStateless ? code != -32002 : !(-32022 ... -32020).contains(code), "\(revision) \(method)")
    }
    return reply
  }

  /// What no schema of a revision says.
  private func check(_ result: JSONValue, of method: String, _ params: JSONObject) {
    if isStateless {
      #expect(result["resultType"] == "complete", "\(method)")
      #expect(result["_meta"]?["io.modelcontextprotocol/serverInfo"]?["name"] == "signalbox", "\(method)")
    }
    for tool in method == "tools/list" ? result["tools"]?.array ?? [] : [] {
      guard let name = tool["name"]?.string, let schema = tool["outputSchema"]?.object else { continue }
      outputSchemas[name] = schema
    }
    guard method == "tools/call", let name = params["name"]?.string, let schema = outputSchemas[name] else {
      return
    }
    let problems = SchemaChecker(schema: schema).problems(with: result["structuredContent"] ?? .null)
    #expect(problems.map(\.description) == [], "\(name) \(params)")
  }

  func result(_ method: String, _ params: JSONObject = [:], meta: JSONObject = [:]) throws -> JSONValue {
    let reply = try reply(method, params, meta: meta)
    return try #require(reply["result"], "\(revision) \(method): \(reply)")
  }

  func error(_ method: String, _ params: JSONObject = [:], meta: JSONObject = [:]) throws -> Int64? {
    try reply(method, params, meta: meta)["error"]?["code"]?.integer
  }

  func call(_ tool: String, _ arguments: JSONObject, meta: JSONObject = [:]) throws -> JSONValue {
    try result("tools/call", ["name": .string(tool), "arguments": .object(arguments)], meta: meta)
  }
}
