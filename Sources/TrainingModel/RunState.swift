/// Where a run is in its life; each state holds what it needs and nothing more.
package enum RunState: Hashable, Sendable {
  /// Its supervisor was started and has not said yet whether the command runs.
  case launching
  case running(process: ProcessIdentity, startedAt: Timestamp)
  case stopping(process: ProcessIdentity, startedAt: Timestamp, reason: StopReason)
  case ended(ExitRecord)

  /// The word for it in every answer.
  package var processStatus: ProcessStatus {
    switch self {
    case .launching: .queued
    case .running, .stopping: .running
    case .ended(let record): record.outcome.processStatus
    }
  }

  /// The exit record, once there is one.
  package var exitRecord: ExitRecord? {
    if case .ended(let record) = self { record } else { nil }
  }
}
