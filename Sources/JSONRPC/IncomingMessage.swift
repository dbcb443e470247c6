internal import JSON

/// One message of the peer, or what is to be answered to something that is none.
package enum IncomingMessage: Hashable, Sendable {
  case request(Request)
  case notification(Notification)
  /// A reply to a question of ours.
  case response(Response)
  /// Several messages in one frame, which only the revision 2025-03-26 allows.
  case batch([IncomingMessage])
  /// Not a message; the identifier is there when it could be read.
  case malformed(RPCError, id: RequestID?)
}

extension IncomingMessage {
  /// Reads one frame in one pass over its keys.
  package init(frame: ArraySlice<UInt8>) {
    do {
      let value = try JSONParser.parse(frame)
      if case .array(let elements) = value {
        self = Self.batch(of: elements)
      } else {
        self = Self.message(value)
      }
    } catch {
      self = .malformed(.parseError("The line is not JSON: \(error)."), id: nil)
    }
  }

  private static func batch(of elements: [JSONValue]) -> IncomingMessage {
    guard !elements.isEmpty else { return .malformed(.invalidRequest("The batch is empty."), id: nil) }
    return .batch(elements.map(message))
  }

  private static func message(_ value: JSONValue) -> IncomingMessage {
    guard let object = value.object else {
      return .malformed(
        .invalidRequest("A message is a JSON object; this is of type \(value.typeName)."), id: nil)
    }
    let idValue = object["id"]
    let id = idValue.flatMap(RequestID.init)
    func invalid(_ message: String) -> IncomingMessage { .malformed(.invalidRequest(message), id: id) }

    // The id of an error is null where its sender could not read ours; to answer it would make two peers
    // complain to each other for ever.
    if idValue == .null, object["method"] == nil, let error = object["error"] {
      return .response(Response(id: nil, outcome: .error(error)))
    }
    if idValue != nil, id == nil { return invalid("The id must be a string or an integer.") }
    guard object["jsonrpc"] == "2.0" else { return invalid("The member 'jsonrpc' must be \"2.0\".") }
    guard let methodValue = object["method"] else {
      if let error = object["error"] { return .response(Response(id: id, outcome: .error(error))) }
      if let id, let result = object["result"] {
        return .response(Response(id: id, outcome: .result(result)))
      }
      return invalid("The message has neither 'method' nor 'result' nor 'error'.")
    }
    guard let method = methodValue.string else { return invalid("The method must be a string.") }
    guard let params = Self.params(object["params"]) else {
      guard let id else { return .notification(Notification(method: method)) }
      return .malformed(.invalidParams("The params must be an object."), id: id)
    }
    guard let id else { return .notification(Notification(method: method, params: params)) }
    return .request(Request(id: id, method: method, params: params))
  }

  private static func params(_ value: JSONValue?) -> JSONObject? {
    switch value {
    case nil, .null: [:]
    case .object(let object): object
    default: nil
    }
  }
}
