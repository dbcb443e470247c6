/// Somebody who knows what may be meant.
package protocol CompletionSource: Sendable {
  /// The values for an argument; nil when it is none that the source knows.
  ///
  /// - Throws: `CancellationError`; anything else is a fault of ours.
  func completion(for request: CompletionRequest) async throws -> Completion?
}
