/// How a schedule deals with what does not go as planned.
package struct SchedulePolicy: Hashable, Sendable {
  /// How many whole seconds after it was due an occurrence may still start, 0 or more.
  package var misfireGrace: Int
  package var catchUp: CatchUpPolicy
  package var overlap: OverlapPolicy
  /// How many runs of the schedule may be under way before `overlap` says what happens, 1 or more; `allow` knows no
  /// limit.
  package var runningLimit: Int
  /// How many runs the schedule may start in its life, 1 or more; nil for any number.
  package var maxRuns: Int?
  /// nil: what fails is not tried again.
  package var retry: RetryPolicy?

  package init(
    misfireGrace: Int = 300, catchUp: CatchUpPolicy = .latest, overlap: OverlapPolicy = .skip,
    runningLimit: Int = 1, maxRuns: Int? = nil, retry: RetryPolicy? = nil
  ) {
    self.misfireGrace = misfireGrace
    self.catchUp = catchUp
    self.overlap = overlap
    self.runningLimit = runningLimit
    self.maxRuns = maxRuns
    self.retry = retry
  }

  /// How many occurrences may wait for the end of a run.
  ///
  /// A schedule whose runs take longer than its period would grow a longer and longer queue otherwise, so more than one wait only where each is to be made up.
  package var queueLimit: Int { catchUp == .all ? ScheduleRules.backlogLimit : 1 }
}
