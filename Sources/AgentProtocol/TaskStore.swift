/// Where tasks are: whoever does the work knows how it stands.
package protocol TaskStore: Sendable {
  /// How a task stands; nil when there is none of this name.
  ///
  /// - Throws: `RPCError` when it cannot be told; anything else is a fault of ours.
  func task(_ id: String) async throws -> TaskSnapshot?

  /// Asks the work to end, without waiting for it; of no effect when it has ended.
  ///
  /// - Returns: whether there is such a task.
  /// - Throws: as `task`.
  func cancel(_ id: String) async throws -> Bool
}
