package import JSON

/// One message to the peer.
package enum OutgoingMessage: Hashable, Sendable {
  case result(JSONObject, id: RequestID)
  /// Without an identifier when the request's could not be read.
  case error(RPCError, id: RequestID?)
  case notification(Notification)
  /// A question of ours, as only revisions with a handshake allow.
  case request(Request)

  /// The message as one line of UTF-8, line end included.
  package var frame: [UInt8] {
    var bytes = JSONWriter.bytes(json)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Whether nobody waits for it.
  package var isNotification: Bool {
    if case .notification = self { true } else { false }
  }

  /// What becomes of it when the peer does not read: only what nobody waits for is ever left out.
  package var delivery: Delivery {
    if case .notification(let notification) = self { notification.delivery } else { .always }
  }

  private var json: JSONValue {
    switch self {
    case .result(let result, let id): ["jsonrpc": "2.0", "id": id.json, "result": .object(result)]
    case .error(let error, let id?): ["jsonrpc": "2.0", "id": id.json, "error": error.json]
    case .error(let error, nil): ["jsonrpc": "2.0", "error": error.json]
    case .notification(let notification):
      ["jsonrpc": "2.0", "method": .string(notification.method), "params": .object(notification.params)]
    case .request(let request):
      [
        "jsonrpc": "2.0", "id": request.id.json, "method": .string(request.method),
        "params": .object(request.params),
      ]
    }
  }
}
