internal import TrainingModel

/// Attempts at occurrences whose runs have failed.
extension ScheduleRules {
  /// Lets those start that have waited long enough, and ends the waiting of those that are no longer wanted.
  func settleRetries(_ plan: inout OccurrencePlan, at now: Timestamp) {
    var waiting: [PendingRetry] = []
    for retry in plan.state.retries {
      if plan.state.pausedSince != nil {
        plan.abandoned.append(AbandonedRetry(scheduledFor: retry.scheduledFor, reason: .paused))
      } else if !isWanted(retry) {
        plan.abandoned.append(AbandonedRetry(scheduledFor: retry.scheduledFor, reason: .notWanted))
      } else if retry.at <= now {
        plan.retries.append(retry)
      } else {
        waiting.append(retry)
      }
    }
    plan.state.retries = waiting
  }

  /// When attempts are to be looked at; nil when none waits.
  func nextRetry(_ state: ScheduleState) -> Timestamp? {
    // One that is no longer wanted is to be told so at once.
    state.retries.map { isWanted($0) ? $0.at : $0.scheduledFor }.min()
  }

  /// The attempts after a step of the clock back: none waits longer than it would have to now.
  func retries(_ retries: [PendingRetry], afterClockStepTo now: Timestamp) -> [PendingRetry] {
    retries.map { retry in
      let wait = policy.retry?.backoff(afterAttempt: retry.attempt - 1) ?? 0
      var retry = retry
      retry.at = min(retry.at, now.later(bySeconds: wait))
      return retry
    }
  }

  private func isWanted(_ retry: PendingRetry) -> Bool {
    guard let policy = policy.retry else { return false }
    return retry.attempt <= policy.maxAttempts
  }
}
