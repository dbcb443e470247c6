package import TrainingModel

/// What has to complete before an occurrence of a schedule may start.
package enum ChainCondition: Hashable, Sendable, CustomStringConvertible {
  /// One run.
  case run(RunID)
  /// A run of another schedule, since this one last started something; before its first start, any ever.
  case schedule(ScheduleID)

  /// The identifier of the run or schedule.
  package var target: String {
    switch self {
    case .run(let id): id.rawValue
    case .schedule(let id): id.rawValue
    }
  }

  package var description: String {
    switch self {
    case .run(let id): "the run \(id)"
    case .schedule(let id): "a run of \(id)"
    }
  }
}
