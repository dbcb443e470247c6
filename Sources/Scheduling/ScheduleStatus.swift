/// Whether a schedule will start anything.
package enum ScheduleStatus: String, CaseIterable, Hashable, Sendable {
  case active
  /// Somebody paused it; what comes due is missed.
  case paused
  /// Nothing is left to start: its one time, its last run or its end has passed.
  case completed
  /// Nothing will start though something should have: its one time was missed, or its time zone is gone.
  case failed
}
