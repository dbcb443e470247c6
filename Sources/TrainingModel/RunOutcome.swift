/// How a run ended: the verdict, with what belongs to it and nothing that does not.
package enum RunOutcome: Hashable, Sendable {
  /// By itself, with this exit code.
  case exited(code: Int32)
  case failedToStart(StartFailure)
  /// Signalbox stopped it; `status` is how the process took it.
  case stopped(StopReason, status: ExitStatus)
  /// The kernel killed it for memory.
  case outOfMemory(status: ExitStatus)
  /// By a signal that nobody here sent.
  case signalled(Signal)
  /// Nobody saw the end.
  case lost

  /// What the run is called from now on.
  package var processStatus: ProcessStatus {
    switch self {
    case .exited(let code): code == 0 ? .completed : .failed
    case .stopped: .killed
    case .failedToStart, .outOfMemory, .signalled, .lost: .failed
    }
  }

  /// Why it ended.
  package var endReason: EndReason {
    switch self {
    case .exited: .exited
    case .failedToStart: .failedToStart
    case .stopped(let reason, _): reason.endReason
    case .outOfMemory: .outOfMemory
    case .signalled: .signalled
    case .lost: .lost
    }
  }

  /// How the process itself ended, when one ran and its end was seen.
  package var exitStatus: ExitStatus? {
    switch self {
    case .exited(let code): .exited(code: code)
    case .stopped(_, let status), .outOfMemory(let status): status
    case .signalled(let signal): .signalled(signal)
    case .failedToStart, .lost: nil
    }
  }
}
