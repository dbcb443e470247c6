package import JSON
internal import LogReading
internal import TrainingModel
internal import TrainingModelJSON
package import TrainingService

extension RunPicture {
  /// The picture as `train_status` answers it; what is not known is left out.
  package var json: JSONObject {
    var object: JSONObject = ["process_id": .string(id.rawValue)]
    object.append("name", ifKnown: specification.name.map(JSONValue.string))
    object.append("tags", ifKnown: tagsJSON)
    object.append("command", .array(command.map(JSONValue.string)))
    object.append("cwd", .string(specification.workingDirectory))
    object.append("code", ifKnown: code?.json)
    appendStatus(to: &object)
    object.append("pid", ifKnown: process.map { .integer(Int64($0.identity.pid)) })
    object.append("created_at", .string(specification.createdAt.rfc3339))
    object.append("started_at", ifKnown: process.map { .string($0.startedAt.rfc3339) })
    object.append("training_started_at", ifKnown: trainingStartedAt.map { .string($0.rfc3339) })
    object.append("ended_at", ifKnown: state.exitRecord.map { .string($0.endedAt.rfc3339) })
    appendOutcome(to: &object)
    object.append("trace", ifKnown: specification.trace.map { .object($0.json) })
    object.append("log", ["path": .string(logPath), "size": .integer(logSize)])
    object.append(
      "resources",
      ifKnown: state.exitRecord?.resources.map {
        ["max_rss": .integer($0.maximumResidentBytes), "cpu_s": .number($0.cpuSeconds.toMilliseconds)]
      })
    object.append("next", .string(NextStep.after(self)))
    return object
  }

  /// The short record that lists show.
  package var shortJSON: JSONObject {
    var object: JSONObject = ["process_id": .string(id.rawValue)]
    object.append("name", ifKnown: specification.name.map(JSONValue.string))
    object.append("tags", ifKnown: tagsJSON)
    appendStatus(to: &object)
    object.append("created_at", .string(specification.createdAt.rfc3339))
    object.append("duration_s", ifKnown: duration.map { .number($0.toMilliseconds) })
    object.append("exit_code", ifKnown: exitStatus?.code.map { .integer(Int64($0)) })
    object.append("signal", ifKnown: (exitStatus?.signal).map { .string($0.name) })
    object.append("progress", ifKnown: progressJSON)
    object.append("failureType", ifKnown: errorSummary.map { .string($0.failureType.rawValue) })
    return object
  }

  /// Status, phase, reason of the end, and whether training was seen.
  package func appendStatus(to object: inout JSONObject) {
    object.append("process_status", .string(status.rawValue))
    object.append("phase", ifKnown: phase.map { .string($0.rawValue) })
    object.append("end_reason", ifKnown: state.exitRecord.map { .string($0.outcome.endReason.rawValue) })
    object.append("verified", ifKnown: isVerified.map(JSONValue.bool))
  }

  /// Duration, exit and what the log said.
  package func appendOutcome(to object: inout JSONObject) {
    object.append("duration_s", ifKnown: duration.map { .number($0.toMilliseconds) })
    object.append("exit_code", ifKnown: exitStatus?.code.map { .integer(Int64($0)) })
    object.append("signal", ifKnown: (exitStatus?.signal).map { .string($0.name) })
    object.append("progress", ifKnown: progressJSON)
    if !log.metrics.isEmpty { object.append("metrics", log.metrics.lastValues) }
    if !log.testMetrics.isEmpty { object.append("test_metrics", log.testMetrics.lastValues) }
    if log.stoppedEarly != nil { object.append("stopped_early", true) }
    if log.nothingToDo != nil { object.append("nothing_to_do", true) }
    if !log.artifacts.isEmpty { object.append("artifacts", .array(log.artifacts.map(JSONValue.string))) }
    object.append("best_checkpoint", ifKnown: log.best?.json)
    object.append("error_summary", ifKnown: errorSummary?.json)
    if !warnings.isEmpty { object.append("warnings", .array(warnings.map(\.json))) }
  }

  /// How far it is; the time left is that of the whole training, and of one that runs.
  private var progressJSON: JSONValue? {
    var progress = log.progress
    progress.etaSeconds = nil
    guard !progress.isEmpty || timeLeft != nil, case .object(var object) = progress.json else { return nil }
    if let timeLeft {
      object.append("eta_s", .number(timeLeft.seconds.toMilliseconds))
      object.append("eta_from", .string(timeLeft.source.rawValue))
    }
    return .object(object)
  }

  private var exitStatus: ExitStatus? { state.exitRecord?.outcome.exitStatus }

  private var tagsJSON: JSONValue? {
    guard !specification.tags.isEmpty else { return nil }
    let sorted = specification.tags.sorted { $0.key < $1.key }
    return .object(JSONObject(sorted.map { ($0.key, .string($0.value)) }))
  }
}

extension TrainingMetrics {
  /// By name; null where a value was not a finite number.
  fileprivate var lastValues: JSONValue {
    .object(JSONObject(entries.map { ($0.name, JSONValue.number($0.value)) }))
  }
}

extension Double {
  /// Seconds without the digits that no reader needs.
  package var toMilliseconds: Double { (self * 1_000).rounded() / 1_000 }
}
