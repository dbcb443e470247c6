internal import Scheduling
internal import TrainingModel

/// The run that an occurrence asks for.
enum ScheduledRun {
  /// What the run of an occurrence is.
  ///
  /// `{mode}` and `{since}` in the arguments become what the variables say.
  static func specification(
    _ record: ScheduleRecord, scheduledFor: Timestamp, attempt: Int = 1, environmentDigest: String? = nil,
    maximumLogBytes: Int64?, createdAt: Timestamp
  ) -> RunSpecification {
    let schedule = record.schedule
    let start = schedule.definition.start
    let occurrence = ScheduledOccurrence(
      schedule: schedule.id, scheduledFor: scheduledFor, attempt: attempt)
    let words = [
      "{mode}": record.mode.rawValue, "{since}": record.progress.lastSuccess?.startedAt.rfc3339 ?? "",
    ]
    return RunSpecification(
      id: RunID(of: occurrence), command: start.command.map { Placeholders.fill($0, words) },
      workingDirectory: start.workingDirectory ?? "/", name: start.name ?? schedule.definition.name,
      tags: start.tags,
      environmentNames: start.environment.keys.sorted(), environmentDigest: environmentDigest,
      startupTimeout: start.startupTimeout, maximumRuntime: start.maximumRuntime,
      stallAfter: start.stallAfter,
      onStall: start.onStall, grace: start.grace, detach: true,
      maximumLogBytes: maximumLogBytes, createdAt: createdAt, occurrence: occurrence)
  }

  /// The variables of a run of a schedule, set over those of the process that starts it.
  ///
  /// - Parameter directory: where the files of a run lie.
  static func environment(
    _ record: ScheduleRecord, attempt: Int = 1, directory: (RunID) -> String
  ) -> [String: String] {
    var environment = record.schedule.definition.start.environment
    environment["SIGNALBOX_TRAINING_MODE"] = record.mode.rawValue
    environment["SIGNALBOX_ATTEMPT"] = "\(attempt)"
    if let success = record.progress.lastSuccess {
      environment["SIGNALBOX_SINCE"] = success.startedAt.rfc3339
      environment["SIGNALBOX_LAST_RUN_DIR"] = directory(success.run)
    }
    return environment
  }
}

extension ScheduleRecord {
  fileprivate var mode: TrainingMode { schedule.definition.training.mode(after: progress.lastSuccess) }
}
