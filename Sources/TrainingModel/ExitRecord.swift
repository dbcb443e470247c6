/// What the supervisor saw of a run's end: written once, never changed.
package struct ExitRecord: Hashable, Sendable {
  package let outcome: RunOutcome
  /// When the training's process was started; nil when it never was.
  package let startedAt: Timestamp?
  package let endedAt: Timestamp
  /// Seconds from start to end by the monotonic clock.
  package let duration: Double
  package let resources: ResourceUse?
  /// Processes that were alive after the training itself had ended and had to be stopped, by name.
  package let leftovers: [String]
  /// Kernel out-of-memory kills counted in the run's control group while it ran.
  package let outOfMemoryKills: Int

  package init(
    outcome: RunOutcome, startedAt: Timestamp?, endedAt: Timestamp, duration: Double,
    resources: ResourceUse? = nil, leftovers: [String] = [], outOfMemoryKills: Int = 0
  ) {
    self.outcome = outcome
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.duration = duration
    self.resources = resources
    self.leftovers = leftovers
    self.outOfMemoryKills = outOfMemoryKills
  }
}
