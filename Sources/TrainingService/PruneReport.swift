package import TrainingModel

/// What a pruning removed, or would remove.
package struct PruneReport: Hashable, Sendable {
  /// Runs that are gone with everything of them, oldest first.
  package internal(set) var runs: [RunID] = []
  /// Runs whose logs are gone, oldest first.
  package internal(set) var logs: [RunID] = []
  /// Bytes that this gave back to the disk.
  package internal(set) var freedBytes: Int64 = 0
  /// How many runs there were, those that live included.
  package internal(set) var total = 0
  /// How many of them live: they are never touched.
  package internal(set) var alive = 0
  /// What could not be removed, and why.
  package internal(set) var problems: [String] = []

  package init() {}
}
