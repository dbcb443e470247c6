package import JSON

/// A call that wants none, and gets none even when it makes no sense.
package struct Notification: Hashable, Sendable {
  package let method: String
  /// Empty when the message had none.
  package let params: JSONObject
  package let delivery: Delivery

  package init(method: String, params: JSONObject = [:], delivery: Delivery = .always) {
    self.method = method
    self.params = params
    self.delivery = delivery
  }
}
