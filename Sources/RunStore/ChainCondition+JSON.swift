internal import JSON
internal import Scheduling
internal import TrainingModel

extension ChainCondition {
  /// Reads what `json` wrote; nil when it is anything else.
  init?(json: JSONValue) {
    if let run = json["process_id"]?.string.flatMap(RunID.init) {
      self = .run(run)
    } else if let schedule = json["schedule_id"]?.string.flatMap(ScheduleID.init) {
      self = .schedule(schedule)
    } else {
      return nil
    }
  }

  var json: JSONValue {
    switch self {
    case .run(let id): ["process_id": .string(id.rawValue)]
    case .schedule(let id): ["schedule_id": .string(id.rawValue)]
    }
  }
}
