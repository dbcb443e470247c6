/// How many occurrences of a schedule have come to what.
package struct OccurrenceTally: Hashable, Sendable {
  package var started: Int
  package var skippedOverlap: Int
  package var missed: [MissReason: Int]

  package init(started: Int = 0, skippedOverlap: Int = 0, missed: [MissReason: Int] = [:]) {
    self.started = started
    self.skippedOverlap = skippedOverlap
    self.missed = missed
  }

  package var total: Int { started + skippedOverlap + missed.values.reduce(0, +) }
}
