package import JSON
package import JSONRPC

/// What one client listens to at one source; it ends when nobody holds it any more.
package protocol ListenSubscription: Sendable {
  /// The part of the filter that is honored, as the client is told it.
  var honored: JSONObject { get }

  /// Waits for what the client is to be told next, without `_meta`.
  ///
  /// - Throws: `CancellationError` when the waiting task was cancelled; any other error ends the subscription.
  func next() async throws -> [Notification]
}
