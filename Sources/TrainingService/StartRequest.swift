package import TrainingModel

/// What a caller wants started.
package struct StartRequest: Sendable {
  /// argv; not empty.
  package var command: [String]
  /// nil: where the policy says.
  package var workingDirectory: String?
  /// Variables set over those of the server.
  package var environment: [String: String]
  package var name: String?
  package var tags: [String: String]
  /// Seconds.
  package var startupTimeout: Double
  /// Seconds; nil for no limit.
  package var maximumRuntime: Double?
  package var onStall: StallResponse
  /// Seconds.
  package var grace: Double
  package var detach: Bool
  package var idempotencyKey: String?
  /// W3C trace context to hand to the training.
  package var traceParent: String?

  package init(
    command: [String], workingDirectory: String? = nil, environment: [String: String] = [:],
    name: String? = nil, tags: [String: String] = [:], startupTimeout: Double = 300,
    maximumRuntime: Double? = nil, onStall: StallResponse = .warn, grace: Double = 10, detach: Bool = false,
    idempotencyKey: String? = nil,
    traceParent: String? = nil
  ) {
    self.command = command
    self.workingDirectory = workingDirectory
    self.environment = environment
    self.name = name
    self.tags = tags
    self.startupTimeout = startupTimeout
    self.maximumRuntime = maximumRuntime
    self.onStall = onStall
    self.grace = grace
    self.detach = detach
    self.idempotencyKey = idempotencyKey
    self.traceParent = traceParent
  }
}
