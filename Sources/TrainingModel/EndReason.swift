/// Why a run ended: a closed list, on every ended run.
package enum EndReason: String, CaseIterable, Sendable {
  case exited
  case failedToStart = "failed_to_start"
  case killRequested = "kill_requested"
  case serverShutdown = "server_shutdown"
  case timeLimit = "time_limit"
  case stalled
  case outOfMemory = "out_of_memory"
  /// By a signal that nobody here sent.
  case signalled
  /// No exit record, and the process is gone: a reboot, or the supervisor was killed.
  case lost
}
