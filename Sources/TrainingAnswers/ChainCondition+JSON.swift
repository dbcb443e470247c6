package import JSON
package import Scheduling

extension ChainCondition {
  /// The condition as it is shown.
  package var json: JSONValue {
    switch self {
    case .run: ["process_id": .string(target)]
    case .schedule: ["schedule_id": .string(target)]
    }
  }

  /// The condition in a sentence.
  package var text: String {
    switch self {
    case .run: "Starts only once the run \(target) has completed."
    case .schedule: "Starts only once \(target) has completed a run since this schedule last started one."
    }
  }
}
