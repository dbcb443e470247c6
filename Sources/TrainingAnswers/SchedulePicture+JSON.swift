package import JSON
internal import Scheduling
package import TrainingModel
package import TrainingService

extension SchedulePicture {
  /// All of it; what is not known is left out.
  package var json: JSONObject {
    let definition = schedule.definition
    var object: JSONObject = [
      "schedule_id": .string(schedule.id.rawValue), "name": .string(definition.name),
    ]
    object.append("description", ifKnown: definition.description.map(JSONValue.string))
    object.append("status", .string(status.rawValue))
    object.append("trigger", .object(definition.trigger.json))
    object.append("start", .object(definition.start.json))
    object.append("training_mode", .string(definition.training.mode.rawValue))
    object.append("scope", ifKnown: definition.scope.map(JSONValue.string))
    definition.training.append(to: &object)
    object.append("misfire_grace_s", .integer(Int64(definition.policy.misfireGrace)))
    object.append("overlap", .string(definition.policy.overlap.rawValue))
    object.append("catch_up", .string(definition.policy.catchUp.rawValue))
    object.append("max_runs", ifKnown: definition.policy.maxRuns.map { .integer(Int64($0)) })
    object.append("retry", ifKnown: definition.policy.retry?.json)
    object.append("after", ifKnown: definition.after?.json)
    object.append("on_finish", ifKnown: definition.onFinish?.json(besides: definition.start))
    appendStatistics(to: &object)
    object.append("created_at", .string(schedule.createdAt.rfc3339))
    object.append("updated_at", .string(schedule.updatedAt.rfc3339))
    if !nextTimes.isEmpty { object.append("next_times", .array(nextTimes.map { .string($0.text) })) }
    if !waiting.isEmpty { object.append("waiting", .array(waiting.map { .string(text($0)) })) }
    if !warnings.isEmpty { object.append("warnings", .array(warnings.map(JSONValue.string))) }
    return object
  }

  /// The short record that lists show.
  package var shortJSON: JSONObject {
    let definition = schedule.definition
    var object: JSONObject = [
      "schedule_id": .string(schedule.id.rawValue), "name": .string(definition.name),
      "status": .string(status.rawValue), "trigger": .object(definition.trigger.json),
      "training_mode": .string(definition.training.mode.rawValue),
    ]
    object.append("scope", ifKnown: definition.scope.map(JSONValue.string))
    appendStatistics(to: &object)
    return object
  }

  private func appendStatistics(to object: inout JSONObject) {
    object.append("last_run_at", ifKnown: statistics.lastRunAt.map { .string(text($0)) })
    object.append("next_run_at", ifKnown: statistics.nextRunAt.map { .string(text($0)) })
    object.append("total_runs", .integer(Int64(statistics.totalRuns)))
    object.append("success_runs", .integer(Int64(statistics.successRuns)))
    object.append("failed_runs", .integer(Int64(statistics.failedRuns)))
    object.append("skipped_runs", .integer(Int64(statistics.skippedRuns)))
    object.append("last_error", ifKnown: statistics.lastError.map(JSONValue.string))
  }

  /// A time in the zone of the schedule.
  package func text(_ time: Timestamp) -> String { time.rfc3339(in: zone ?? .utc) }
}

extension TriggerSpecification {
  fileprivate var json: JSONObject {
    var object: JSONObject = ["type": .string(kind.name)]
    switch kind {
    case .once(let runAt): object.append("run_at", .string(runAt))
    case .interval(let seconds): object.append("interval_seconds", .integer(Int64(seconds)))
    case .cron(let expression): object.append("cron_expression", .string(expression))
    }
    object.append("timezone", ifKnown: timeZone.map(JSONValue.string))
    object.append("start_at", ifKnown: startAt.map(JSONValue.string))
    object.append("end_at", ifKnown: endAt.map(JSONValue.string))
    if jitter > 0 { object.append("jitter_s", .integer(Int64(jitter))) }
    return object
  }
}

extension TrainingCommand {
  /// Secrets in it are masked.
  fileprivate var json: JSONObject {
    let shown = masked
    func texts(_ texts: [String: String]) -> JSONValue? {
      guard !texts.isEmpty else { return nil }
      return .object(JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
    }
    var object: JSONObject = ["command": .array(shown.command.map(JSONValue.string))]
    object.append("cwd", ifKnown: shown.workingDirectory.map(JSONValue.string))
    object.append("env", ifKnown: texts(shown.environment))
    object.append("name", ifKnown: shown.name.map(JSONValue.string))
    object.append("tags", ifKnown: texts(shown.tags))
    object.append("startup_timeout", .number(shown.startupTimeout))
    object.append("max_runtime", ifKnown: shown.maximumRuntime.map(JSONValue.number))
    object.append("stall_after", ifKnown: shown.stallAfter.map(JSONValue.number))
    if shown.onStall != .warn { object.append("on_stall", .string(shown.onStall.rawValue)) }
    object.append("grace", .number(shown.grace))
    return object
  }
}
