package import Scheduling
package import TrainingModel

/// Why the service did not do what was asked; nothing was changed.
package enum ServiceError: Error, Hashable, Sendable {
  case readOnly
  /// No directory was named in which runs may work.
  case noRoot
  case outsideRoots(directory: String, roots: [String])
  case unknownRun(String)
  case shuttingDown
  /// The settings file has mistakes: which.
  case badSettings(reason: String)
  /// The run's files could not be made: where, why, and what helps.
  case cannotStart(reason: String, remedy: String)
  case unreadableLog(RunID, reason: String)
  /// The run is there, but the files that say what it is cannot be read.
  case unreadableRecord(RunID, reason: String)
  case unreadableHome(reason: String)
  case badCursor(String)
  /// The home belongs to a newer program, or its history cannot be used at all.
  case homeRefused(reason: String)
  /// The history cannot be shared with other servers, so that an idempotency key would promise too much.
  case noSharedHistory(reason: String)
  /// The history, which has the metrics, cannot be read.
  case metricsUnavailable(reason: String)
  /// The history, which has the events, cannot be read.
  case eventsUnavailable(reason: String)
  case badEventCursor(String)
  case unknownSchedule(String)
  /// What was asked for can be no schedule: everything that is wrong with it.
  case badSchedule(ScheduleProblems)
  /// Of a list of schedules or of their executions.
  case badScheduleCursor(String)
  /// More is listened to than can be kept.
  case tooManyListeners
  /// Schedules cannot be kept or read now.
  case schedulesUnavailable(reason: String)
  /// It has come to its end, so it can neither be paused nor resumed.
  case scheduleHasEnded(ScheduleID, ScheduleStatus)
}
