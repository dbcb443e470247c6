/// What became of an occurrence that came due.
package enum ExecutionStatus: String, CaseIterable, Hashable, Sendable {
  case running
  case completed
  case failed
  case killed
  /// An earlier run of the schedule was still under way.
  case skippedOverlap = "skipped_overlap"
  /// It had no reason to run: its data are unchanged, or there are no new ones.
  case skippedUnchanged = "skipped_unchanged"
  /// It did not run for another reason, which its message says.
  case missed
}
