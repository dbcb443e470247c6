/// What the campaign itself knows of one run.
///
/// Times are seconds since the machine was started.
package struct RunFacts: Hashable, Sendable {
  /// How a server came to its end.
  package enum Death: Hashable, Sendable {
    case killed
    /// Its input was closed, or SIGTERM sent: it first answers what it has read.
    case graceful
  }

  package var kind: TrainingKind
  package var isDetached: Bool
  /// Whether the server answered the start.
  package var wasAnswered: Bool
  package var truth: Truth
  /// When the server that started it ended; nil when it lived on.
  package var serverEnd: (at: Double, death: Death)? {
    get { serverEndedAt.map { ($0, serverDeath) } }
    set {
      serverEndedAt = newValue?.at
      serverDeath = newValue?.death ?? .killed
    }
  }
  /// When SIGKILL was sent to its process.
  package var trainingShotAt: Double?
  /// When SIGKILL was sent to its supervisor.
  package var supervisorShotAt: Double?
  /// When its server was asked to stop it.
  package var killRequestedAt: Double?
  /// Seconds that the machine kept the campaign itself waiting meanwhile.
  package var stall: Double

  private var serverEndedAt: Double?
  private var serverDeath = Death.killed

  package init(
    _ kind: TrainingKind, isDetached: Bool = false, wasAnswered: Bool = true, truth: Truth = Truth(),
    stall: Double = 0
  ) {
    self.kind = kind
    self.isDetached = isDetached
    self.wasAnswered = wasAnswered
    self.truth = truth
    self.stall = stall
  }
}

extension RunFacts: CustomStringConvertible {
  package var description: String {
    var parts = ["\(kind)", isDetached ? "detached" : "attached"]
    if !wasAnswered { parts.append("not answered") }
    func add(_ what: String, _ instant: Double?) {
      if let instant { parts.append("\(what) at \(instant)") }
    }
    add("started", truth.startedAt)
    add(truth.end.map { "\($0)" } ?? "ended", truth.endedAt)
    add(serverEnd?.death == .graceful ? "server told to end" : "server shot", serverEnd?.at)
    add("training shot", trainingShotAt)
    add("supervisor shot", supervisorShotAt)
    add("asked to stop", killRequestedAt)
    return "(" + parts.joined(separator: ", ") + ")"
  }
}
