internal import JSON
internal import Scheduling
internal import TrainingModel

extension ScheduleProgress {
  /// Reads what `json` wrote; nil when it is anything else.
  init?(json: JSONValue) {
    guard let status = json["status"]?.string.flatMap(ScheduleStatus.init),
      let handledThrough = json["handled_through"]?.timestamp,
      let success = json["success_runs"]?.integer, let failed = json["failed_runs"]?.integer,
      let tally = json["tally"].flatMap({ OccurrenceTally(json: $0) })
    else { return nil }
    let state = ScheduleState(
      handledThrough: handledThrough, queue: json["queue"]?.array?.compactMap(\.timestamp) ?? [],
      pausedSince: json["paused_since"]?.timestamp, tally: tally,
      retries: json["retries"]?.array?.compactMap { PendingRetry(json: $0) } ?? [])
    var lastSuccess: Success?
    if let run = json["last_success"]?["process_id"]?.string.flatMap(RunID.init),
      let startedAt = json["last_success"]?["started_at"]?.timestamp
    {
      lastSuccess = Success(
        run: run, startedAt: startedAt, data: json["last_success"]?["data"].flatMap { DataState(json: $0) })
    }
    self.init(
      state: state, status: status, lastRunAt: json["last_run_at"]?.timestamp, successRuns: Int(success),
      failedRuns: Int(failed), lastError: json["last_error"]?.string, lastSuccess: lastSuccess,
      lastCompletionAt: json["last_completion_at"]?.timestamp, lastStartAt: json["last_start_at"]?.timestamp,
      hasPredecessorCompleted: json["predecessor_completed"]?.bool ?? false)
  }

  var json: JSONValue {
    var object: JSONObject = [
      "status": .string(status.rawValue), "handled_through": state.handledThrough.json,
      "queue": .array(state.queue.map(\.json)),
    ]
    object.append("paused_since", ifKnown: state.pausedSince?.json)
    object.append("tally", state.tally.json)
    if !state.retries.isEmpty { object.append("retries", .array(state.retries.map(\.json))) }
    object.append("success_runs", .integer(Int64(successRuns)))
    object.append("failed_runs", .integer(Int64(failedRuns)))
    object.append("last_run_at", ifKnown: lastRunAt?.json)
    object.append("last_error", ifKnown: lastError.map(JSONValue.string))
    object.append("last_completion_at", ifKnown: lastCompletionAt?.json)
    object.append("last_start_at", ifKnown: lastStartAt?.json)
    if hasPredecessorCompleted { object.append("predecessor_completed", true) }
    object.append(
      "last_success",
      ifKnown: lastSuccess.map(\.json))
    return .object(object)
  }
}

extension ScheduleProgress.Success {
  fileprivate var json: JSONValue {
    var object: JSONObject = ["process_id": .string(run.rawValue), "started_at": startedAt.json]
    object.append("data", ifKnown: data?.json)
    return .object(object)
  }
}

extension OccurrenceTally {
  fileprivate init?(json: JSONValue) {
    guard let started = json["started"]?.integer, let skipped = json["skipped_overlap"]?.integer else {
      return nil
    }
    // Those that came later may be missing.
    self.init(
      started: Int(started), skippedOverlap: Int(skipped),
      skippedUnchanged: Int(json["skipped_unchanged"]?.integer ?? 0),
      failedUnstarted: Int(json["failed_unstarted"]?.integer ?? 0))
    for reason in MissReason.allCases {
      if let count = json["missed"]?[reason.rawValue]?.integer { missed[reason] = Int(count) }
    }
  }

  fileprivate var json: JSONValue {
    var reasons: JSONObject = [:]
    for reason in MissReason.allCases {
      reasons.append(reason.rawValue, ifKnown: missed[reason].map { .integer(Int64($0)) })
    }
    return [
      "started": .integer(Int64(started)), "skipped_overlap": .integer(Int64(skippedOverlap)),
      "skipped_unchanged": .integer(Int64(skippedUnchanged)),
      "failed_unstarted": .integer(Int64(failedUnstarted)), "missed": .object(reasons),
    ]
  }
}
