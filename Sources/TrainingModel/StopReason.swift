/// Why Signalbox itself stops a run.
package enum StopReason: String, CaseIterable, Sendable {
  case killRequested = "kill_requested"
  case serverShutdown = "server_shutdown"
  case timeLimit = "time_limit"
  case stalled

  /// The reason that the ended run shows.
  package var endReason: EndReason {
    switch self {
    case .killRequested: .killRequested
    case .serverShutdown: .serverShutdown
    case .timeLimit: .timeLimit
    case .stalled: .stalled
    }
  }
}
