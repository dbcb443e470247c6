import JSON
import Platform
import TestSupport
import TranscriptReplay

/// Bare frames to a real server and back, in the order in which they come.
struct Wire {
  let server: ServerProcess

  /// What a stateless request says of itself.
  static func meta(_ more: JSONObject = [:]) -> JSONObject {
    var meta: JSONObject = [
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientCapabilities": [:],
    ]
    for member in more.members { meta[member.name] = member.value }
    return meta
  }

  /// Sends a request; `params` is all that it says, `_meta` too.
  func send(_ method: String, _ params: JSONObject, id: JSONValue) throws {
    try server.send(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": .object(params)])
  }

  func notify(_ method: String, _ params: JSONObject) throws {
    try server.send(["jsonrpc": "2.0", "method": .string(method), "params": .object(params)])
  }

  func send(line: String) throws { try server.send(line: Array(line.utf8)) }

  /// Everything that the server has sent up to its reply to a ping, which it answers at once.
  func messagesUntilPong(_ id: JSONValue = "pong") throws -> [JSONValue] {
    try send("ping", [:], id: id)
    return try messages(until: id).dropLast()
  }

  /// The messages up to the reply to a request, which is the last one.
  func messages(until id: JSONValue) throws -> [JSONValue] {
    var messages: [JSONValue] = []
    let deadline = MonotonicInstant.hangLimit
    while let incoming = try server.next(until: deadline) {
      guard case .message(let message) = incoming else { throw ServerError.ended }
      messages.append(message)
      if message["id"] == id, message["method"] == nil { return messages }
    }
    throw ServerError.silent(method: "\(id)", seconds: 50)
  }

  /// Sends a request and gives its reply.
  func reply(_ method: String, _ params: JSONObject, id: JSONValue) throws -> JSONValue {
    try send(method, params, id: id)
    return try messages(until: id).last ?? .null
  }
}
