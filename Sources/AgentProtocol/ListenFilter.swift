internal import JSON
internal import JSONRPC

/// The filter of `subscriptions/listen`: its members are what a client wants to hear of.
enum ListenFilter {
  /// The filter of a request.
  ///
  /// Members that no source knows are passed over, since later revisions may have some.
  static func read(_ params: JSONObject) throws(RPCError) -> JSONObject {
    guard let filter = params["notifications"]?.object else {
      throw .invalidParams("subscriptions/listen needs notifications, an object that says what to listen to.")
    }
    for name in ["toolsListChanged", "promptsListChanged", "resourcesListChanged"] {
      if let value = filter[name], value.bool == nil {
        throw .invalidParams("notifications.\(name) must be true or false.")
      }
    }
    if let uris = filter["resourceSubscriptions"] {
      guard uris.array?.allSatisfy({ $0.string != nil }) == true else {
        throw .invalidParams("notifications.resourceSubscriptions must be a list of URIs.")
      }
    }
    return filter
  }
}
