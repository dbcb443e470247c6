package import TrainingModel

/// An occurrence whose run has failed and that waits for its next attempt.
package struct PendingRetry: Hashable, Sendable {
  package let scheduledFor: Timestamp
  /// The attempt to come, 2 or more.
  package let attempt: Int
  /// When it is to start.
  package var at: Timestamp

  package init(scheduledFor: Timestamp, attempt: Int, at: Timestamp) {
    self.scheduledFor = scheduledFor
    self.attempt = attempt
    self.at = at
  }
}
