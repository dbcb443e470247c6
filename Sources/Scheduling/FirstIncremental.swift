/// What becomes of an incremental occurrence that has no success to go on from.
package enum FirstIncremental: String, CaseIterable, Hashable, Sendable {
  /// It is started as a full training.
  case full
  /// It fails, and nothing is started.
  case refuse
}
