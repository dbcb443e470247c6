/// Where a run stands, as every answer names it.
package enum ProcessStatus: String, CaseIterable, Sendable {
  case queued, running, paused
  /// The training ended by itself with exit code 0.
  case completed
  case failed
  /// Somebody or something that Signalbox knows of asked for the end.
  case killed

  /// Whether nothing more can happen to the run.
  package var isEnded: Bool {
    switch self {
    case .queued, .running, .paused: false
    case .completed, .failed, .killed: true
    }
  }
}
