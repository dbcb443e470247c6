package import TrainingModel

/// An attempt that was waited for and will not be made.
package struct AbandonedRetry: Hashable, Sendable {
  /// Why.
  package enum Reason: Hashable, Sendable {
    case paused
    /// The schedule asks for no more attempts, or for fewer.
    case notWanted
  }

  package let scheduledFor: Timestamp
  package let reason: Reason

  /// What is added to the error of the occurrence.
  package var text: String {
    switch reason {
    case .paused: "No further attempt: the schedule was paused."
    case .notWanted: "No further attempt: the schedule was changed."
    }
  }
}
