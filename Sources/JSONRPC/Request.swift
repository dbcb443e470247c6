package import JSON

/// A call that wants a reply.
package struct Request: Hashable, Sendable {
  package let id: RequestID
  package let method: String
  /// Empty when the message had none.
  package let params: JSONObject

  package init(id: RequestID, method: String, params: JSONObject = [:]) {
    self.id = id
    self.method = method
    self.params = params
  }
}
