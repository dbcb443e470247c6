internal import JSON
internal import Scheduling

extension TrainingPlan {
  /// From the members of a schedule's file; those that came later may be missing.
  init(record: Record) throws(RecordError) {
    self.init(
      mode: try record.member("training_mode") { $0.string.flatMap(TrainingMode.init) },
      forceRetrain: try record.member("force_retrain") { $0.bool },
      data: try record.optional("data") { $0.strings } ?? [],
      onNoNewData: try record.optional("on_no_new_data") { $0.string.flatMap(NoNewDataPolicy.init) },
      firstIncremental: try record.optional("first_incremental") {
        $0.string.flatMap(FirstIncremental.init)
      })
  }

  /// Adds its members to those of a schedule's file.
  func append(to members: inout JSONObject) {
    members.append("training_mode", .string(mode.rawValue))
    members.append("force_retrain", .bool(forceRetrain))
    if !data.isEmpty { members.append("data", .array(data.map(JSONValue.string))) }
    members.append("on_no_new_data", ifKnown: onNoNewData.map { .string($0.rawValue) })
    members.append("first_incremental", ifKnown: firstIncremental.map { .string($0.rawValue) })
  }
}
