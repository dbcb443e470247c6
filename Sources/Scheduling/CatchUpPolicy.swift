/// What becomes of occurrences that came due while nobody could start them.
package enum CatchUpPolicy: String, CaseIterable, Hashable, Sendable {
  /// The newest that is not too late runs, for all of them.
  case latest
  /// Each that is not too late runs, at most the newest `ScheduleRules.backlogLimit`.
  case all
  /// What came due while no scheduler ran is not made up.
  case none
}
