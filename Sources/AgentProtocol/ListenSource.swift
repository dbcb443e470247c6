package import JSON

/// Something that clients can listen to.
///
/// A source knows some members of the filter of `subscriptions/listen`, and passes over the others.
package protocol ListenSource: Sendable {
  /// Listens to what of a filter this source knows; nil when that is nothing.
  ///
  /// - Throws: `ResourceProblem`, or an `RPCError`, for what the caller's code must mend: then nothing is listened to.
  func listen(to filter: JSONObject, for caller: Caller) async throws -> (any ListenSubscription)?
}
