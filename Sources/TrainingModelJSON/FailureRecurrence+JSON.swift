internal import JSON
internal import TrainingModel

extension FailureRecurrence {
  /// What `append(to:)` writes; nil when there is nothing, or anything else.
  init?(json: JSONValue) {
    guard let runs = json["same_as"]?.array?.compactMap({ Run(json: $0) }), !runs.isEmpty,
      let count = json["same_as_count"]?.integer
    else { return nil }
    let start: Start
    switch json["unchanged"]?.bool {
    case true: start = .unchanged(runsInARow: json["runs_in_a_row"]?.integer.map(Int.init) ?? 1)
    case false: start = .changed((json["changed"]?.strings ?? []).compactMap(Change.init))
    case nil: start = .unknownCode
    }
    self.init(runs: runs, count: Int(count), start: start)
  }

  /// Adds it to an `error_summary`, under the names that callers are given too.
  func append(to object: inout JSONObject) {
    object.append("same_as", .array(runs.map(\.json)))
    object.append("same_as_count", .integer(Int64(count)))
    switch start {
    case .unchanged(let runsInARow):
      object.append("unchanged", true)
      object.append("runs_in_a_row", .integer(Int64(runsInARow)))
    case .changed(let changes):
      object.append("unchanged", false)
      object.append("changed", .array(changes.map { .string($0.rawValue) }))
    case .unknownCode: break
    }
  }
}

extension FailureRecurrence.Run {
  fileprivate init?(json: JSONValue) {
    guard let id = json["process_id"]?.string.flatMap(RunID.init), let endedAt = json["ended_at"]?.string
    else {
      return nil
    }
    self.init(id: id, endedAt: endedAt)
  }

  fileprivate var json: JSONValue {
    ["process_id": .string(id.rawValue), "ended_at": .string(endedAt)]
  }
}
