/// What becomes of an occurrence that comes due while an earlier one still runs.
package enum OverlapPolicy: String, CaseIterable, Hashable, Sendable {
  /// It does not run.
  case skip
  /// It waits for the end of the earlier one.
  case queue
  /// It runs beside it.
  case allow
}
