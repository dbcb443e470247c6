internal import AgentProtocol
internal import JSON
internal import Scheduling
internal import TrainingModel

/// The argument `after`: what has to complete before an occurrence starts.
struct AfterArguments {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  /// What is wrong with it beyond its schema, which it may not have passed.
  var problems: [ArgumentProblem] {
    let given = ["process_id", "schedule_id"].filter { object[$0] != nil }
    guard given.count == 1 else {
      return [
        ArgumentProblem(
          "after",
          given.isEmpty
            ? "names nothing; give the process_id of a run or the schedule_id of a schedule"
            : "names both a run and a schedule; give process_id or schedule_id")
      ]
    }
    guard condition == nil, let text = object[given[0]]?.string else { return [] }
    let tool = given[0] == "process_id" ? "train_status with action list" : "schedule_list"
    return [ArgumentProblem("after.\(given[0])", "is none: \(text.prefix(100)); \(tool) names them")]
  }

  /// nil where it is none.
  var condition: ChainCondition? {
    if let run = object["process_id"]?.string.flatMap(RunID.init) { return .run(run) }
    return object["schedule_id"]?.string.flatMap(ScheduleID.init).map { .schedule($0) }
  }
}
