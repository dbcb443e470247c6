internal import TrainingModel

/// Where a page of the list begins: behind a run, or behind a schedule, so that it holds in every process.
enum ResourceCursor: Hashable {
  case runs(RunID)
  case schedules(ScheduleID)

  private static let runsPrefix = "r."
  private static let schedulesPrefix = "s."

  /// Takes what a client gives; nil when it was never given out.
  init?(_ text: String) {
    let rest = String(text.dropFirst(2))
    if text.hasPrefix(Self.runsPrefix), let id = RunID(rest) {
      self = .runs(id)
    } else if text.hasPrefix(Self.schedulesPrefix), let id = ScheduleID(rest) {
      self = .schedules(id)
    } else {
      return nil
    }
  }

  /// The cursor as it is told.
  var text: String {
    switch self {
    case .runs(let id): Self.runsPrefix + id.rawValue
    case .schedules(let id): Self.schedulesPrefix + id.rawValue
    }
  }
}
