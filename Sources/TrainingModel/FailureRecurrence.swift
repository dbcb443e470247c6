/// Earlier runs that died of the same as one, and what was changed since.
package struct FailureRecurrence: Hashable, Sendable {
  /// How many runs are named.
  package static let maximumNamed = 5
  /// How many runs are counted.
  package static let maximumCounted = 1_000
  /// Runs in a row, this one included, after which starting it once more cannot be expected to help.
  package static let hopeless = 3

  /// One of them.
  package struct Run: Hashable, Sendable {
    package let id: RunID
    /// RFC 3339.
    package let endedAt: String

    package init(id: RunID, endedAt: String) {
      self.id = id
      self.endedAt = endedAt
    }
  }

  /// What may be another since the last of them.
  package enum Change: String, CaseIterable, Sendable {
    case command
    case directory = "cwd"
    /// What the caller set; not what the server has.
    case environment = "env"
    case code
  }

  /// Whether this run was started like the last of them.
  package enum Start: Hashable, Sendable {
    /// With the same command, directory, environment and code.
    ///
    /// `runsInARow`, this one included, were started so and died of this, with none between them that was started so and
    /// did not; 1 where such a one came after the last of them.
    case unchanged(runsInARow: Int)
    /// Not empty.
    case changed([Change])
    /// Nothing is known to be another, but what the code was is not known of both.
    case unknownCode
  }

  /// The newest of them, newest first; not empty.
  package let runs: [Run]
  /// How many there were in all, as far as they are counted.
  package let count: Int
  package let start: Start

  package init(runs: [Run], count: Int, start: Start) {
    self.runs = runs
    self.count = count
    self.start = start
  }

  /// Whether what was started so has died of this again and again, and would again.
  package var isHopeless: Bool {
    if case .unchanged(let runsInARow) = start { runsInARow >= Self.hopeless } else { false }
  }
}
