/// Why Signalbox itself stops a run.
package enum StopReason: String, CaseIterable, Sendable {
  case killRequested = "kill_requested"
  /// A kill too, asked for as the cancellation of the task that the run is.
  case taskCancelled = "task_cancelled"
  case serverShutdown = "server_shutdown"
  case timeLimit = "time_limit"
  case stalled

  /// The reason that the ended run shows.
  package var endReason: EndReason {
    switch self {
    case .killRequested, .taskCancelled: .killRequested
    case .serverShutdown: .serverShutdown
    case .timeLimit: .timeLimit
    case .stalled: .stalled
    }
  }
}
