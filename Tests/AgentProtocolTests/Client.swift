import AgentProtocol
import JSON
import JSONRPC
import TestSupport
import Testing

/// A client in the same process: what it hands over is worked on before the call returns, as far as no tool waits.
final class Client: Sendable {
  let session: AgentSession
  let complaints = Recorder<String>()
  private let sent = Recorder<JSONValue>()

  convenience init(tools: [any Tool] = [ToolDouble()], executor: any TaskExecutor = InlineExecutor()) {
    self.init(features: [ToolFeature(tools)], executor: executor)
  }

  /// - Parameter isCongested: whether it has left so much unread that it gets nothing more.
  init(
    features: [any Feature], executor: any TaskExecutor = InlineExecutor(),
    isCongested: @escaping @Sendable () -> Bool = { false }
  ) {
    session = AgentSession(
      identity: ServerIdentity(name: "double", title: "A Double", version: "1.2.3", instructions: "Be kind."),
      features: features, executor: executor,
      send: { [sent] message in
        let frame = message.frame
        // Through the bytes, since they are what a client sees.
        guard frame.last == 0x0A, let json = try? JSONParser.parse(frame) else {  // recorded as what it was
          return sent.record(.string(String(decoding: frame, as: UTF8.self)))
        }
        sent.record(json)
      }, isCongested: isCongested,
      complain: { [complaints] in complaints.record($0) })
  }

  /// One that has shaken hands.
  static func legacy(
    _ revision: ProtocolRevision = .november2025, tools: [any Tool] = [ToolDouble()]
  ) throws -> Client {
    try legacy(revision, features: [ToolFeature(tools)])
  }

  /// One that has shaken hands with a server of these features.
  static func legacy(
    _ revision: ProtocolRevision = .november2025, features: [any Feature], capabilities: JSONObject = [:]
  ) throws -> Client {
    let client = Client(features: features)
    _ = try client.result(
      of: "initialize",
      ["protocolVersion": .string(revision.rawValue), "capabilities": .object(capabilities)], id: "init")
    return client
  }

  /// Everything that was sent, in order.
  var messages: [JSONValue] { sent.all }
  var notifications: [JSONValue] { messages.filter { $0["id"] == nil && $0["method"] != nil } }

  func receive(_ line: String) { session.receive(.line(Array(line.utf8)[...])) }

  func notify(_ method: String, _ params: JSONObject = [:]) {
    receive(JSONWriter.text(["jsonrpc": "2.0", "method": .string(method), "params": .object(params)]))
  }

  func request(_ method: String, _ params: JSONObject = [:], id: JSONValue = 1) {
    receive(
      JSONWriter.text(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": .object(params)]))
  }

  func call(_ tool: String, _ arguments: JSONObject = [:], id: JSONValue = 1, meta: JSONObject? = nil) {
    var params: JSONObject = ["name": .string(tool), "arguments": .object(arguments)]
    params.append("_meta", ifKnown: meta.map(JSONValue.object))
    request("tools/call", params, id: id)
  }

  /// The replies to a request.
  func replies(to id: JSONValue) -> [JSONValue] { messages.filter { $0["id"] == id } }

  /// The one reply to a request; the request is forgotten by no later one with its id.
  func reply(to id: JSONValue) throws -> JSONValue {
    let replies = replies(to: id)
    try #require(replies.count == 1, "\(replies)")
    return replies[0]
  }

  func result(_ id: JSONValue) throws -> JSONObject { try #require(try reply(to: id)["result"]?.object) }

  func error(_ id: JSONValue) throws -> JSONObject { try #require(try reply(to: id)["error"]?.object) }

  /// Sends a request and gives the result that is there at once.
  func result(of method: String, _ params: JSONObject = [:], id: JSONValue = 1) throws -> JSONObject {
    request(method, params, id: id)
    return try result(id)
  }

  /// Sends a request and gives the error that is there at once.
  func error(of method: String, _ params: JSONObject = [:], id: JSONValue = 1) throws -> JSONObject {
    request(method, params, id: id)
    return try error(id)
  }

  /// What a stateless request says of itself.
  static func meta(_ more: JSONObject = [:], version: JSONValue = "2026-07-28") -> JSONObject {
    var meta: JSONObject = [
      "io.modelcontextprotocol/protocolVersion": version,
      "io.modelcontextprotocol/clientCapabilities": [:],
    ]
    for member in more.members { meta[member.name] = member.value }
    return meta
  }

  /// Parameters of a stateless request.
  static func stateless(_ params: JSONObject = [:]) -> JSONObject {
    var params = params
    params["_meta"] = .object(meta())
    return params
  }
}
