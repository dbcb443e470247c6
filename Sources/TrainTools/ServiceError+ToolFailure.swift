internal import AgentProtocol
internal import Scheduling
internal import TrainingModel
internal import TrainingService

extension ServiceError {
  /// The error as the caller of a tool is told it.
  var toolFailure: ToolFailure {
    switch self {
    case .readOnly:
      ToolFailure(
        code: "read_only",
        message: "This server was started with --read-only: nothing may be started or stopped.",
        hint: "Ask the user to start the server without --read-only.")
    case .noRoot:
      ToolFailure(
        code: "no_root",
        message: "This server was started in / and no directory was named in which runs may work.",
        hint:
          "Ask the user to add \"--root\", \"/path/to/project\" to the server's arguments in the client's "
          + "configuration, and to restart it.")
    case .outsideRoots(let directory, let roots):
      ToolFailure(
        code: "outside_root",
        message: "The directory \(directory) lies outside of the roots in which runs may work: "
          + roots.joined(separator: ", ") + ".",
        hint: "Give a cwd inside a root, or ask the user to start the server with --root \(directory).")
    case .unknownRun(let id):
      ToolFailure(
        code: "unknown_process", message: "There is no run with the process_id \(id.prefix(100)).",
        hint: "Call train_status with action \"list\" to see the runs there are.")
    case .shuttingDown:
      ToolFailure(
        code: "shutting_down", message: "The server is ending, so nothing can be started.",
        hint: "Start it again once the server is back.")
    case .badSettings(let reason):
      ToolFailure(
        code: "bad_settings", message: "The settings cannot be used, so nothing was started: \(reason).",
        hint:
          "Tell the user what is wrong with the settings file: no run starts until it is mended or removed. "
          + "Everything else works.")
    case .cannotStart(let reason, let remedy):
      ToolFailure(
        code: "cannot_start",
        message: "The run's files could not be made, so nothing was started: \(reason).",
        hint: "Tell the user: \(remedy)")
    case .unreadableLog(let id, let reason):
      ToolFailure(
        code: "unreadable_log", message: "The log of \(id) cannot be read: \(reason).",
        hint: "Call train_status with action \"status\": it tells the rest about the run.")
    case .unreadableRecord(let id, let reason):
      ToolFailure(
        code: "unreadable_record", message: "The record of \(id) cannot be read: \(reason).",
        hint: "Tell the user: the run's directory is damaged or of another version.")
    case .unreadableHome(let reason):
      ToolFailure(
        code: "unreadable_home", message: "The directory where runs are kept cannot be read: \(reason).",
        hint: "Tell the user; SIGNALBOX_HOME names the directory.")
    case .homeRefused(let reason):
      ToolFailure(
        code: "home_refused", message: "Nothing can be started in this SIGNALBOX_HOME: \(reason)",
        hint: "Tell the user. Runs that are there can still be read and stopped.")
    case .noSharedHistory(let reason):
      ToolFailure(
        code: "no_shared_history",
        message: "An idempotency_key cannot be kept now, so nothing was started: \(reason)",
        hint: "Tell the user what is wrong with the history; without idempotency_key the run can be started.")
    case .metricsUnavailable(let reason):
      ToolFailure(
        code: "metrics_unavailable", message: "The curves cannot be read now: \(reason)",
        hint: "Call train_status with action \"status\": it has the last value of every metric.")
    case .eventsUnavailable(let reason):
      ToolFailure(
        code: "events_unavailable", message: "What happened cannot be read now: \(reason)",
        hint: "Call train_status with action \"list\": it tells how the runs stand.")
    case .badEventCursor(let cursor):
      ToolFailure(
        code: "bad_cursor", message: "'\(cursor.prefix(100))' is no cursor of the events.",
        hint: "Give next_cursor of an earlier answer as it came, \"\(EventFeed.Query.oldest)\" for "
          + "everything, or no cursor for the newest events.")
    case .unknownSchedule(let id):
      ToolFailure(
        code: "unknown_schedule", message: "There is no schedule with the schedule_id \(id.prefix(100)).",
        hint: "Call schedule_list to see the schedules there are.")
    case .badSchedule(let problems):
      ToolFailure(
        code: problems.problems.count == 1 ? problems.problems[0].kind.rawValue : "bad_schedule",
        message: "The schedule cannot be as it was asked for, so nothing was changed: "
          + problems.problems.map { "\($0.argument): \($0.message)" }.joined(separator: "; ") + ".",
        hint: problems.problems.map { "\($0.argument): \($0.hint)" }.joined(separator: "; ") + ".")
    case .badScheduleCursor(let cursor):
      ToolFailure(
        code: "bad_cursor", message: "There is no page with the cursor \(cursor.prefix(100)).",
        hint: "Call the tool again without a cursor.")
    case .tooManyListeners:
      ToolFailure(
        code: "too_many_subscriptions", message: "More is subscribed to than this server can keep.",
        hint: "End some subscriptions first.")
    case .schedulesUnavailable(let reason):
      ToolFailure(
        code: "schedules_unavailable", message: "Schedules cannot be kept or read now: \(reason)",
        hint: "Tell the user. Nothing was changed, and nothing fires until that is mended.")
    case .scheduleHasEnded(let id, let status):
      ToolFailure(
        code: "schedule_ended", message: "The schedule \(id) has ended (\(status.rawValue)).",
        hint: "Give it a new trigger with schedule_update, or create another with schedule_create.")
    case .badCursor(let cursor):
      ToolFailure(
        code: "bad_cursor", message: "There is no page with the cursor \(cursor.prefix(100)).",
        hint: "Call train_status with action \"list\" without a cursor.")
    }
  }
}
