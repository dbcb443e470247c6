package import TrainingModel

/// The verdicts that may be passed on a run, given what happened to it.
///
/// Mostly it is exactly one. Where two things happened within a moment of each other, either may have been first.
package struct ExpectedEnd: Hashable, Sendable {
  /// One way in which a run may be said to have ended.
  package enum End: Hashable, Sendable {
    case exited(code: Int32)
    case signalled(String)
    case stopped(EndReason)
    case failedToStart
    case lost
  }

  /// What is wrong with a verdict.
  package enum Problem: Hashable, Sendable {
    case wrongVerdict(String)
    /// The training ended by itself, its supervisor lived, and yet nobody knows its exit code.
    case exitCodeLost(String)
    case wrongDuration(Deviation)
  }

  /// Seconds that a server takes at most between being told to end and letting go of its runs: it answers first,
  /// and may take so long for all of it.
  static let draining = 1.5

  /// Something that stops a run, between two instants; whether it is sure to have been done.
  private struct Stop {
    let reason: EndReason
    let from: Double
    let to: Double
    let isSure: Bool
  }

  package let allowed: Set<End>
  private let truth: Truth
  /// The exact seconds from start to end where both are known.
  private let duration: Double?
  private let slack: Double
  private let supervisorWasShot: Bool
  private let precision: Precision

  package init(_ facts: RunFacts, _ precision: Precision = .measuring) {
    self.precision = precision
    truth = facts.truth
    slack = facts.stall + facts.truth.delay
    supervisorWasShot = facts.supervisorShotAt != nil
    let stops = Self.stops(facts, slack: precision.moment + slack)
    allowed = Self.ends(facts, stops, slack: precision.moment + slack)
    let end = facts.truth.endedAt ?? (facts.supervisorShotAt == nil ? facts.trainingShotAt : nil)
    duration = stops.isEmpty ? end.flatMap { end in facts.truth.startedAt.map { end - $0 } } : nil
  }

  // MARK: What may be said

  private static func stops(_ facts: RunFacts, slack: Double) -> [Stop] {
    var stops: [Stop] = []
    let serverEnd = facts.serverEnd
    if let end = serverEnd, !facts.isDetached {
      let latency = end.death == .graceful ? draining : 0
      stops.append(
        Stop(reason: .serverShutdown, from: end.at - slack, to: end.at + latency + slack, isSure: true))
    }
    if let instant = facts.killRequestedAt {
      // A request that was sent just before the server's end may never have been read.
      let isSure = serverEnd.map { $0.at > instant + 0.2 + slack } ?? true
      stops.append(Stop(reason: .killRequested, from: instant - slack, to: instant + slack, isSure: isSure))
    }
    if case .overruns(let limit) = facts.kind {
      let start = facts.truth.startedAt ?? 0
      stops.append(
        Stop(
          reason: .timeLimit, from: start + limit - slack, to: start + limit + slack,
          isSure: facts.truth.startedAt != nil))
    }
    return stops
  }

  private static func ends(_ facts: RunFacts, _ stops: [Stop], slack: Double) -> Set<End> {
    let truth = facts.truth
    let surelyStopping = stops.filter(\.isSure).map(\.to).min() ?? .infinity
    var ends: Set<End> = []
    if let end = truth.end, let instant = truth.endedAt, instant <= surelyStopping {
      switch end {
      case .exited(let code): ends.insert(.exited(code: code))
      case .signalled(let name): ends.insert(.signalled(name))
      }
    }
    for stop in stops where (truth.endedAt ?? .infinity) >= stop.from && stop.from <= surelyStopping {
      ends.insert(.stopped(stop.reason))
    }
    if let shot = facts.trainingShotAt, shot <= min(truth.endedAt ?? .infinity, surelyStopping) + slack {
      ends.insert(.signalled("SIGKILL"))
    }
    if facts.supervisorShotAt != nil { ends.insert(.lost) }
    if truth.startedAt == nil {
      if facts.kind == .failsToStart { ends.insert(.failedToStart) }
      // The server ended between making the run's directory and starting a supervisor.
      if !facts.wasAnswered, facts.serverEnd != nil { ends.insert(.lost) }
    }
    return ends
  }

  // MARK: What was said

  /// What is wrong with a verdict; nil when nothing is.
  package func problem(with verdict: Verdict) -> Problem? {
    let isWithoutExit = verdict.exitCode == nil && verdict.signal == nil
    if truth.end != nil, !supervisorWasShot, isWithoutExit {
      return .exitCodeLost("\(verdict); it had ended by \(wanted)")
    }
    guard allowed.contains(where: { Self.agrees(verdict, $0, truth) }) else {
      return .wrongVerdict("\(verdict); right is \(wanted)")
    }
    if let deviation = deviation(of: verdict), deviation.unexplained > precision.tolerance {
      return .wrongDuration(deviation)
    }
    return nil
  }

  /// By how much a verdict's duration differs from the truth; nil where one of them is not known.
  package func deviation(of verdict: Verdict) -> Deviation? {
    guard let duration, let said = verdict.duration, verdict.reason == .exited || verdict.reason == .signalled
    else { return nil }
    return Deviation(seconds: abs(said - duration), explained: slack + Uptime.resolution)
  }

  private var wanted: String {
    allowed.isEmpty ? "nothing that is known" : allowed.map { "\($0)" }.sorted().joined(separator: " or ")
  }

  private static func agrees(_ verdict: Verdict, _ end: End, _ truth: Truth) -> Bool {
    switch end {
    case .exited(let code):
      verdict
        == Verdict(
          code == 0 ? .completed : .failed, .exited, exitCode: code, duration: verdict.duration)
    case .signalled(let name):
      verdict == Verdict(.failed, .signalled, signal: name, duration: verdict.duration)
    case .failedToStart: verdict == Verdict(.failed, .failedToStart, duration: verdict.duration)
    case .lost: verdict == Verdict(.failed, .lost, duration: verdict.duration)
    case .stopped(let reason):
      verdict.status == .killed && verdict.reason == reason && isStopped(verdict, truth)
    }
  }

  /// Whether the exit is one of a run that was stopped: by our signals, or by itself in its grace.
  private static func isStopped(_ verdict: Verdict, _ truth: Truth) -> Bool {
    if let code = verdict.exitCode { return truth.end == .exited(code: code) && verdict.signal == nil }
    guard let signal = verdict.signal else { return false }
    return ["SIGTERM", "SIGKILL"].contains(signal) || truth.end == .signalled(signal)
  }
}
