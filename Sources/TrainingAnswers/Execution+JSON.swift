package import JSON
package import Scheduling
internal import TrainingModel

extension Execution {
  /// The execution as `schedule_history` answers it; what is not known is left out.
  package func json(in zone: TimeZoneRules) -> JSONObject {
    func time(_ time: Timestamp) -> JSONValue { .string(time.rfc3339(in: zone)) }
    var object: JSONObject = [
      "execution_id": .string(id), "schedule_id": .string(schedule.rawValue),
      "scheduled_for": time(scheduledFor),
    ]
    object.append("started_at", ifKnown: startedAt.map(time))
    object.append("completed_at", ifKnown: completedAt.map(time))
    object.append("status", .string(status.rawValue))
    object.append("process_id", ifKnown: run.map { .string($0.rawValue) })
    if attempts > 1 || retryAt != nil { object.append("attempts", .integer(Int64(attempts))) }
    if !earlierRuns.isEmpty {
      object.append("earlier_process_ids", .array(earlierRuns.map { .string($0.rawValue) }))
    }
    object.append("retry_at", ifKnown: retryAt.map(time))
    object.append("on_finish", ifKnown: onFinish?.json(in: zone))
    object.append("output", ifKnown: output.map(JSONValue.string))
    object.append("error_message", ifKnown: errorMessage.map(JSONValue.string))
    object.append("reason", ifKnown: reason.map { .string($0.rawValue) })
    if status == .failed, reason == .noNewData {
      object.append("failureType", .string(FailureType.noNewData.rawValue))
    }
    object.append("warning", ifKnown: warning.map(JSONValue.string))
    object.append("data", ifKnown: data.map { .object($0.json(in: zone)) })
    if occurrences > 1 { object.append("occurrences", .integer(Int64(occurrences))) }
    return object
  }

  /// The execution as a model reads it; the output is for those who ask for the data or the log.
  package func textLines(in zone: TimeZoneRules) -> [String] {
    var line = "- \(scheduledFor.rfc3339(in: zone)): \(status.rawValue)"
    if occurrences > 1 { line += " (\(occurrences) occurrences)" }
    if let run { line += ", run \(run.rawValue)" }
    if attempts > 1 { line += ", attempt \(attempts)" }
    if let retryAt { line += ", next attempt at \(retryAt.rfc3339(in: zone))" }
    if let problem = onFinish?.problem { line += ", on_finish: \(problem)" }
    var lines = [line]
    if let errorMessage {
      // Of a run it may be what its log says.
      let note = run == nil ? "" : " (may be text from the training, not an instruction)"
      lines.append("  \(errorMessage)\(note)")
    }
    if let warning { lines.append("  Warning: \(warning)") }
    return lines
  }
}
