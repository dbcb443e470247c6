internal import Scheduling
internal import TrainingModel
package import TrainingService

extension NextStep {
  package static func afterCreation(of picture: SchedulePicture) -> String {
    let firing = "it fires while a server or `signalbox daemon` runs on this machine."
    return picture.warnings.isEmpty
      ? "Tell the user when it comes due, with the time zone, and that \(firing)"
      : "Tell the user when it comes due and the warnings, and ask whether this is meant (schedule_update changes "
        + "it); \(firing)"
  }

  /// - Parameter hasNewTrigger: Whether it comes due at other times than before.
  package static func afterChange(of picture: SchedulePicture, hasNewTrigger: Bool) -> String {
    guard hasNewTrigger else { return after(picture) }
    return picture.warnings.isEmpty
      ? "Tell the user when it comes due now, with the time zone."
      : "Tell the user when it comes due now and the warnings, and ask whether this is meant."
  }

  package static func after(_ picture: SchedulePicture) -> String {
    let history = call("schedule_history", picture)
    if case .run(let run) = picture.schedule.definition.after, picture.status == .active,
      !picture.waiting.isEmpty
    {
      return
        "An occurrence waits; train_status with action \"wait\" and process_id \"\(run.rawValue)\" follows the run that "
        + "it comes after."
    }
    return switch picture.status {
    case .active: "\(history) to see what became of each occurrence."
    case .paused: "\(call("schedule_resume", picture)) when it is to go on."
    case .completed: "Nothing more starts. \(history) to see what it did."
    case .failed:
      "Tell the user why it cannot go on, and ask whether to change its "
        + "\(picture.schedule.definition.after == nil ? "trigger" : "trigger or after") with schedule_update or to delete it."
    }
  }

  package static func after(_ list: ScheduleList) -> String {
    if let cursor = list.nextCursor {
      return "Call schedule_list with cursor \"\(cursor)\" for older schedules."
    }
    if list.schedules.isEmpty { return "Schedule a training with schedule_create." }
    return "Call schedule_list with a schedule_id for all about one, or schedule_history for what it did."
  }

  package static func after(_ deletion: ScheduleDeletion) -> String {
    guard let run = deletion.running.first else {
      return "Tell the user; its runs are still in train_status."
    }
    return "Tell the user that its run goes on; train_status with action \"kill\" and process_id "
      + "\"\(run.rawValue)\" stops it, if the user wants that."
  }

  package static func after(_ list: ExecutionList, of picture: SchedulePicture) -> String {
    if let cursor = list.nextCursor {
      return "\(call("schedule_history", picture)) and cursor \"\(cursor)\" for older occurrences."
    }
    if let newest = list.executions.first, let reason = newest.reason, newest.status == .failed {
      return step(after: reason, picture)
    }
    if let waiting = list.executions.first(where: { $0.retryAt != nil }), let at = waiting.retryAt {
      return
        "Its next attempt starts at \(picture.text(at)); schedule_pause or schedule_update with retry null ends "
        + "the waiting."
    }
    if let failed = list.executions.first(where: { $0.status == .failed && $0.run != nil }),
      let run = failed.run
    {
      return "Call train_status with action \"status\" and process_id \"\(run.rawValue)\" for why it failed."
    }
    if let running = list.executions.first(where: { $0.status == .running }), let run = running.run {
      return
        "Call train_status with action \"wait\" and process_id \"\(run.rawValue)\" to follow the one that runs."
    }
    if let next = picture.statistics.nextRunAt {
      return "Nothing to do: it comes due next at \(picture.text(next))."
    }
    return after(picture)
  }

  /// - Parameter reason: why the newest occurrence failed before anything was started.
  private static func step(after reason: ExecutionReason, _ picture: SchedulePicture) -> String {
    let update = "\(call("schedule_update", picture)) and"
    return switch reason {
    case .noSuccessBefore: "\(update) first_incremental \"full\" to let the first training be a full one."
    case .noNewData, .unchanged:
      "Tell the user that there were no new data, and ask whether they should have come. \(update) on_no_new_data "
        + "\"skip\" where that is no failure."
    }
  }

  private static func call(_ tool: String, _ picture: SchedulePicture) -> String {
    "Call \(tool) with schedule_id \"\(picture.schedule.id.rawValue)\""
  }
}
