package import TrainingModel

/// What a list of runs needs to know of one.
package struct RunEntry: Hashable, Sendable {
  package let id: RunID
  package let createdAt: Timestamp
  package let tags: [String: String]
  package let status: ProcessStatus
  /// Whether it has ended, its log was read to the end, and all of that is in the history.
  package let isConcluded: Bool

  /// What is still to be found out about it.
  package var stage: Stage {
    if isConcluded { return .concluded }
    return status.isEnded ? .ended : .open
  }

  /// How much the history knows of a run's end.
  package enum Stage: Hashable, Sendable {
    /// That it has not ended, as far as anybody wrote.
    case open
    /// How it ended; its log is not read to the end.
    case ended
    case concluded
  }

  package init(
    id: RunID, createdAt: Timestamp, tags: [String: String], status: ProcessStatus, isConcluded: Bool
  ) {
    self.id = id
    self.createdAt = createdAt
    self.tags = tags
    self.status = status
    self.isConcluded = isConcluded
  }
}
