/// What a training of the campaign does; each is a few lines of shell that write down themselves how they end.
package enum TrainingKind: Hashable, Sendable {
  case exits(code: Int32)
  /// Ignores SIGTERM.
  case stubborn(code: Int32)
  /// Leaves a child in a session of its own, which ignores SIGTERM.
  case leavesChild(code: Int32)
  /// Prints 100 kB at once.
  case floods(code: Int32)
  /// Ends by a signal that it sends itself.
  case signalsItself
  /// Goes on until its time is up, in seconds.
  case overruns(limit: Double)
  /// There is no such program.
  case failsToStart

  /// The signal of `signalsItself`: one that leaves no core file.
  static let ownSignal = "SIGUSR1"

  /// argv.
  ///
  /// - Parameters:
  ///   - truth: where the training writes how it fares; `.start` and `.end` are appended.
  ///   - seconds: how long it takes.
  package func command(truth: String, seconds: Double) -> [String] {
    if self == .failsToStart { return ["/no/such/program", truth] }
    return ["/bin/sh", "-c", script, truth, "\(exitCode)", "\(seconds)"]
  }

  private var exitCode: Int32 {
    switch self {
    case .exits(let code), .stubborn(let code), .leavesChild(let code), .floods(let code): code
    case .signalsItself, .overruns, .failsToStart: 0
    }
  }

  /// `$0` is the place for the truth, `$1` the exit code, `$2` the seconds.
  ///
  /// Times are read from /proc/uptime without starting a program, and beside them for how many nanoseconds the process
  /// has waited for a processor so far: on a busy machine nobody can tell a duration closer than that.
  private var script: String {
    let look = "read u r </proc/uptime; read c d n </proc/$$/schedstat"
    let start = "\(look); echo \"$u $d\" >\"$0.start\""
    let end = "\(look); echo \"$u $d exit $1\" >\"$0.end\"; exit \"$1\""
    switch self {
    case .exits: return "\(start); sleep \"$2\"; \(end)"
    case .stubborn: return "trap '' TERM; \(start); sleep \"$2\"; \(end)"
    case .leavesChild:
      return "\(start); setsid sh -c 'trap \"\" TERM; sleep 20' & sleep \"$2\"; \(end)"
    case .floods: return "\(start); yes 'a line of noise' | head -c 100000; sleep \"$2\"; \(end)"
    case .signalsItself:
      return "\(start); sleep \"$2\"; \(look); echo \"$u $d signal \(Self.ownSignal)\" >\"$0.end\"; "
        + "kill -USR1 $$; sleep 20"
    case .overruns: return "\(start); sleep 20; \(end)"
    case .failsToStart: return ""
    }
  }
}
