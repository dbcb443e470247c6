package import TrainingModel

/// A look at the data of a schedule.
package struct DataLook: Hashable, Sendable {
  package let scope: DataScope
  /// When it was asked for, by the wall clock: what came due until then is decided by it.
  package let askedAt: Timestamp
  package let finding: Finding

  /// What it found.
  package enum Finding: Hashable, Sendable {
    case whole(DataState)
    /// Not everything could be seen, so nothing is known: why, in words that go on after "because".
    case partial(reason: String)
    /// The time that it had was over before it had seen everything.
    case unfinished(seconds: Double)
  }

  package init(_ scope: DataScope, askedAt: Timestamp, finding: Finding) {
    self.scope = scope
    self.askedAt = askedAt
    self.finding = finding
  }
}
