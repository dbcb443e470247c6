/// How many occurrences of a schedule have come to what.
package struct OccurrenceTally: Hashable, Sendable {
  package var started: Int
  package var skippedOverlap: Int
  /// Skipped for their data.
  package var skippedUnchanged: Int
  /// Failed before anything was started.
  package var failedUnstarted: Int
  package var missed: [MissReason: Int]

  package init(
    started: Int = 0, skippedOverlap: Int = 0, skippedUnchanged: Int = 0, failedUnstarted: Int = 0,
    missed: [MissReason: Int] = [:]
  ) {
    self.started = started
    self.skippedOverlap = skippedOverlap
    self.skippedUnchanged = skippedUnchanged
    self.failedUnstarted = failedUnstarted
    self.missed = missed
  }

  /// Those that did not run and did not fail.
  package var skipped: Int { skippedOverlap + skippedUnchanged + missed.values.reduce(0, +) }

  package var total: Int { started + failedUnstarted + skipped }
}
