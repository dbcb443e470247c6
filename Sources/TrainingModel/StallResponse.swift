/// What becomes of a run that has stalled.
package enum StallResponse: String, CaseIterable, Sendable {
  /// A warning says so, and nothing else happens.
  case warn
  /// It is stopped, with end reason `stalled`.
  case stop
}
