/// What a caller asked for when it started a run: fixed at the start, never changed.
package struct RunSpecification: Hashable, Sendable {
  package let id: RunID
  /// argv; never empty.
  package let command: [String]
  /// An absolute path.
  package let workingDirectory: String
  package let name: String?
  package let tags: [String: String]
  /// Names of the variables that the caller set; values that look secret never reach the disk.
  package let environmentNames: [String]
  /// The same for the same values of those variables, by a key of the home; nil where there are none, or no key.
  package let environmentDigest: String?
  /// Seconds that start-up may take before a warning says so.
  package let startupTimeout: Double
  /// Seconds after which the run is stopped; nil for none.
  package let maximumRuntime: Double?
  /// Seconds without a movement of its progress that are a stall; nil to go by its own rhythm.
  package let stallAfter: Double?
  /// What becomes of it when it stalls.
  package let onStall: StallResponse
  /// Seconds between SIGTERM and SIGKILL.
  package let grace: Double
  /// Whether the run outlives the server that started it.
  package let detach: Bool
  /// Bytes of log that are kept, its head and its tail; more than 0, nil for all of it.
  package let maximumLogBytes: Int64?
  package let idempotencyKey: String?
  package let createdAt: Timestamp
  /// What it was started for; nil when somebody started it himself.
  package let occurrence: ScheduledOccurrence?
  /// The trace of the call that started it; nil where it named none, and of scheduled runs: the call that created a
  /// schedule is over long before.
  package let trace: TraceContext?

  package init(
    id: RunID, command: [String], workingDirectory: String, name: String? = nil,
    tags: [String: String] = [:], environmentNames: [String] = [], environmentDigest: String? = nil,
    startupTimeout: Double = 300, maximumRuntime: Double? = nil, stallAfter: Double? = nil,
    onStall: StallResponse = .warn, grace: Double = 10, detach: Bool = false,
    maximumLogBytes: Int64? = nil,
    idempotencyKey: String? = nil, createdAt: Timestamp, occurrence: ScheduledOccurrence? = nil,
    trace: TraceContext? = nil
  ) {
    self.id = id
    self.command = command
    self.workingDirectory = workingDirectory
    self.name = name
    self.tags = tags
    self.environmentNames = environmentNames
    self.environmentDigest = environmentDigest
    self.startupTimeout = startupTimeout
    self.maximumRuntime = maximumRuntime
    self.stallAfter = stallAfter
    self.onStall = onStall
    self.grace = grace
    self.detach = detach
    self.maximumLogBytes = maximumLogBytes
    self.idempotencyKey = idempotencyKey
    self.createdAt = createdAt
    self.occurrence = occurrence
    self.trace = trace
  }
}
