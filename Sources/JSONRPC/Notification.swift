package import JSON

/// A call that wants none, and gets none even when it makes no sense.
package struct Notification: Hashable, Sendable {
  package let method: String
  /// Empty when the message had none.
  package let params: JSONObject

  package init(method: String, params: JSONObject = [:]) {
    self.method = method
    self.params = params
  }
}
