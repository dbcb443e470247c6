package import TrainingModel

/// Whether and when a run of a schedule that failed is tried again.
package struct RetryPolicy: Hashable, Sendable {
  /// How many attempts one may ask for.
  package static let attemptRange = 2...20
  /// How many seconds one may ask for between the first two.
  package static let backoffRange = 0...86_400
  /// However often it doubles, a wait is no longer than this many seconds.
  package static let longestWait = 86_400

  /// Attempts in all, the first included.
  package var maxAttempts: Int
  /// Seconds between the end of the first attempt and the second; it doubles with each attempt.
  package var backoff: Int
  /// The failures that are tried again, not empty; nil for all that trying again may mend.
  package var onlyFor: [FailureType]?

  package init(maxAttempts: Int, backoff: Int = 60, onlyFor: [FailureType]? = nil) {
    self.maxAttempts = maxAttempts
    self.backoff = backoff
    self.onlyFor = onlyFor
  }

  /// Seconds between the end of an attempt, counted from 1, and the next one.
  package func backoff(afterAttempt attempt: Int) -> Int {
    // More doublings than any wait below the longest can have, and few enough for the number.
    min(backoff << min(max(0, attempt - 1), 20), Self.longestWait)
  }

  /// Seconds until the next attempt after one that failed; nil when there is none.
  ///
  /// - Parameter failure: what the diagnosis says; nil where nobody knows, which is not tried again.
  package func wait(afterAttempt attempt: Int, failedWith failure: ErrorSummary?) -> Int? {
    guard attempt < maxAttempts, let failure else { return nil }
    if let onlyFor {
      guard onlyFor.contains(failure.failureType) else { return nil }
    } else if failure.retry == .uselessUnchanged {
      return nil
    }
    return backoff(afterAttempt: attempt)
  }
}
