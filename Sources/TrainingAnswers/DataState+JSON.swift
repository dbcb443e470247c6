package import JSON
package import Scheduling
internal import TrainingModel

extension DataState {
  /// What was found, for `schedule_history`.
  package func json(in zone: TimeZoneRules) -> JSONObject {
    var object: JSONObject = ["files": .integer(Int64(files)), "bytes": .integer(bytes)]
    object.append(
      "newest",
      ifKnown: newest.map {
        ["path": .string($0.path), "changed_at": .string($0.changedAt.rfc3339(in: zone))]
      })
    return object
  }
}
