package import JSON

/// How a method is answered.
///
/// All throw `RPCError` for what the caller's code must mend; anything else but a `CancellationError` is a fault of ours.
package enum Method: Sendable {
  /// On the thread that reads, before the next message is looked at: for what is at hand.
  case immediate(@Sendable (JSONObject, CallContext) throws -> MethodResult)
  /// By a task of its own; other messages are answered meanwhile, and a cancellation reaches it.
  case deferred(@Sendable (JSONObject, CallContext) async throws -> MethodResult)
  /// As `deferred`, for as long as the client wants: nobody waits for it when the server ends. Its task is cancelled
  /// then, and what it returns is still sent.
  case stream(@Sendable (JSONObject, CallContext) async throws -> MethodResult)
}
