internal import TrainingModel

/// How many points each metric of a run has, kept for as long as nobody else saves the run.
struct MetricCounts {
  private struct Counts {
    /// Where the log was read up to when these were true.
    var offset: Int64
    var byName: [String: Int]
  }

  private var runs: [RunID: Counts] = [:]

  /// The counts of a run; nil when somebody else has saved it since, or this is the first time.
  func counts(of id: RunID, at offset: Int64) -> [String: Int]? {
    guard let counts = runs[id], counts.offset == offset else { return nil }
    return counts.byName
  }

  mutating func set(_ byName: [String: Int], of id: RunID, at offset: Int64) {
    runs[id] = Counts(offset: offset, byName: byName)
  }

  mutating func forget(_ id: RunID) { runs[id] = nil }
}
