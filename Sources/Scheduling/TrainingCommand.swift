package import TrainingModel

/// What is to be started, by a call or by a schedule: the arguments of `train_start` without those of a single call.
package struct TrainingCommand: Hashable, Sendable {
  /// argv; not empty.
  package var command: [String]
  /// nil: where the policy of the server says; absolute in a schedule once that is created.
  package var workingDirectory: String?
  /// Variables set over those of the server that starts the run.
  package var environment: [String: String]
  package var name: String?
  package var tags: [String: String]
  /// Seconds.
  package var startupTimeout: Double
  /// Seconds; nil for no limit.
  package var maximumRuntime: Double?
  /// Seconds without a movement that are a stall; nil to go by the training's own rhythm.
  package var stallAfter: Double?
  package var onStall: StallResponse
  /// Seconds.
  package var grace: Double

  package init(
    command: [String], workingDirectory: String? = nil, environment: [String: String] = [:],
    name: String? = nil, tags: [String: String] = [:], startupTimeout: Double = 300,
    maximumRuntime: Double? = nil, stallAfter: Double? = nil, onStall: StallResponse = .warn,
    grace: Double = 10
  ) {
    self.command = command
    self.workingDirectory = workingDirectory
    self.environment = environment
    self.name = name
    self.tags = tags
    self.startupTimeout = startupTimeout
    self.maximumRuntime = maximumRuntime
    self.stallAfter = stallAfter
    self.onStall = onStall
    self.grace = grace
  }
}
