internal import TestSupport

/// What is done in one round; all of it follows from its seed.
package struct RoundPlan: Hashable, Sendable {
  /// A run that is started.
  package struct Run: Hashable, Sendable {
    package let kind: TrainingKind
    /// How long the training takes, in seconds.
    package let seconds: Double
    package let isDetached: Bool
    /// Which of the round's servers starts it.
    package let server: Int
    /// Seconds after the beginning of the round.
    package let startsAt: Double
    /// When an agent asks for its end; nil for never.
    package let killAt: Double?
  }

  /// Who is shot; the numbers are those of servers and runs of the round.
  package enum Victim: Hashable, Sendable {
    case server(Int)
    /// Is told to end as hosts do, by closing its input or by SIGTERM.
    case serverGently(Int, bySignal: Bool)
    case supervisor(Int)
    case training(Int)
    /// One after the other, so that nobody sees the supervisor go.
    case serverAndSupervisor(Int)
  }

  package let seed: UInt64
  package let serverCount: Int
  package let runs: [Run]
  package let victim: Victim
  /// Seconds after the beginning of the round.
  package let shotAt: Double

  /// Seconds between SIGTERM and SIGKILL of every run.
  package static let grace = 0.3

  package init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    self.seed = seed
    let servers = Int.random(in: 1...2, using: &generator)
    serverCount = servers
    runs = (0..<Int.random(in: 3...5, using: &generator)).map { _ in
      Self.run(servers: servers, using: &generator)
    }
    let run = Int.random(in: 0..<runs.count, using: &generator)
    let server = Int.random(in: 0..<servers, using: &generator)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...3: victim = .server(server)
    case 4: victim = .serverGently(server, bySignal: false)
    case 5: victim = .serverGently(server, bySignal: true)
    case 6...8: victim = .supervisor(run)
    case 9...10: victim = .training(run)
    default: victim = .serverAndSupervisor(run)
    }
    shotAt = Double.random(in: 0...0.9, using: &generator)
  }

  private static func run(servers: Int, using generator: inout SeededGenerator) -> Run {
    let code = Int32.random(in: 0...99, using: &generator)
    let kinds: [TrainingKind] = [
      .exits(code: code), .exits(code: 0), .stubborn(code: code), .leavesChild(code: code),
      .floods(code: code), .signalsItself, .failsToStart,
      .overruns(limit: Double.random(in: 0.1...0.5, using: &generator)),
    ]
    let seconds = Double.random(in: 0.01...0.8, using: &generator)
    return Run(
      kind: kinds[Int.random(in: 0..<kinds.count, using: &generator)],
      seconds: (seconds * 1_000).rounded() / 1_000, isDetached: Bool.random(using: &generator),
      server: Int.random(in: 0..<servers, using: &generator),
      startsAt: Double.random(in: 0...0.3, using: &generator),
      killAt: Int.random(in: 0..<8, using: &generator) == 0
        ? Double.random(in: 0.1...0.7, using: &generator) : nil)
  }
}
