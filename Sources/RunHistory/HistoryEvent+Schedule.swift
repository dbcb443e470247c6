internal import JSON
internal import Scheduling
internal import TrainingModel

/// What happens to schedules.
extension HistoryEvent {
  /// What became of an occurrence when it was decided on.
  static func decided(_ execution: Execution) -> HistoryEvent {
    var detail: JSONObject = [
      "execution_id": .string(execution.id), "scheduled_for": .string(execution.scheduledFor.rfc3339),
      "status": .string(execution.status.rawValue),
    ]
    detail.append("reason", ifKnown: execution.reason.map { .string($0.rawValue) })
    detail.append("message", ifKnown: (execution.errorMessage ?? execution.warning).map(JSONValue.string))
    if execution.attempts > 1 { detail.append("attempt", .integer(Int64(execution.attempts))) }
    if execution.occurrences > 1 { detail.append("occurrences", .integer(Int64(execution.occurrences))) }
    let kind: Kind =
      switch execution.status {
      case .running, .completed, .killed: .scheduleFired
      case .failed: execution.run == nil ? .scheduleFailed : .scheduleFired
      case .skippedOverlap, .skippedUnchanged: .scheduleSkipped
      case .missed: .scheduleMissed
      }
    return HistoryEvent(time: execution.startedAt ?? execution.scheduledFor, kind: kind, detail: detail)
  }

  /// That a schedule will start nothing more; nil while it may.
  static func finished(_ record: ScheduleRecord) -> HistoryEvent? {
    let kind: Kind
    switch record.progress.status {
    case .active, .paused: return nil
    case .completed: kind = .scheduleCompleted
    case .failed: kind = .scheduleFailed
    }
    var detail: JSONObject = ["schedule_status": .string(record.progress.status.rawValue)]
    if kind == .scheduleFailed {
      detail.append("message", ifKnown: record.progress.lastError.map(JSONValue.string))
    }
    return HistoryEvent(time: record.progress.state.handledThrough, kind: kind, detail: detail)
  }
}
