package import TrainingModel

/// Something whose changes can be listened to.
package enum NewsTopic: Hashable, Sendable {
  /// Anything that the picture of a run tells.
  case run(RunID)
  case log(RunID)
  case metrics(RunID)
  /// Which runs there are, and how they stand.
  case runs
  case schedule(ScheduleID)
  /// Which schedules there are, and how they stand.
  case schedules
  /// Which runs and schedules there are, and nothing else of them.
  case catalog

  /// The run that it is about, if it is about one.
  var run: RunID? {
    switch self {
    case .run(let id), .log(let id), .metrics(let id): id
    case .runs, .schedule, .schedules, .catalog: nil
    }
  }
}
