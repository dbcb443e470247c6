package import JSON

/// An error as JSON-RPC 2.0 section 5.1 has it, for what the caller's code, not the model, must mend.
package struct RPCError: Error, Hashable, Sendable {
  package let code: Int
  /// One sentence: what was wrong and what is expected.
  package let message: String
  package let data: JSONValue?

  package init(code: Int, message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  package static func parseError(_ message: String) -> RPCError { RPCError(code: -32700, message: message) }
  package static func invalidRequest(_ message: String) -> RPCError {
    RPCError(code: -32600, message: message)
  }
  package static func methodNotFound(_ method: String) -> RPCError {
    RPCError(code: -32601, message: "There is no method '\(method.prefix(100))' here.")
  }
  package static func invalidParams(_ message: String, data: JSONValue? = nil) -> RPCError {
    RPCError(code: -32602, message: message, data: data)
  }
  package static func internalError(_ message: String) -> RPCError {
    RPCError(code: -32603, message: message)
  }

  /// The `error` member of a reply.
  package var json: JSONValue {
    var object: JSONObject = ["code": .integer(Int64(code)), "message": .string(message)]
    object.append("data", ifKnown: data)
    return .object(object)
  }
}
