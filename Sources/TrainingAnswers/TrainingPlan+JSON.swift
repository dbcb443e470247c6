package import JSON
package import Scheduling

extension TrainingPlan {
  /// Adds it to the picture of a schedule: what holds, also where nobody said it.
  package func append(to object: inout JSONObject) {
    object.append("force_retrain", .bool(forceRetrain))
    if !data.isEmpty { object.append("data", .array(data.map(JSONValue.string))) }
    guard mode == .incremental else { return }
    if !data.isEmpty { object.append("on_no_new_data", .string((onNoNewData ?? .fail).rawValue)) }
    object.append("first_incremental", .string((firstIncremental ?? .full).rawValue))
  }
}
