internal import Diagnosis
internal import LogReading
internal import Platform
internal import TrainingHealth
internal import TrainingModel

/// What is concluded when a run has ended and its log is read to the end.
struct RunEnding {
  let errorSummary: ErrorSummary?
  let warnings: [RunWarning]

  init(
    _ record: ExitRecord, specification: RunSpecification, log: LogPicture, file: RunLog, size: Int64,
    mask: SecretMask, rules: [UserFailureRule]
  ) {
    let excerpt = LogExcerpt.lines(of: file)
    errorSummary = FailureDiagnosis.summary(
      of: FailureFacts(
        outcome: record.outcome, outOfMemoryKills: record.outOfMemoryKills, command: specification.command,
        log: excerpt, trainingError: log.error, rules: rules)
    ).map(mask.mask)
    warnings =
      Self.warnings(record, log: log, errorSummary: errorSummary) + log.health.warnings
      + file.warnings(size: size)
  }

  private static func warnings(
    _ record: ExitRecord, log: LogPicture, errorSummary: ErrorSummary?
  ) -> [RunWarning] {
    var warnings: [RunWarning] = []
    let isCompleted = record.outcome.processStatus == .completed
    if isCompleted, let errorSummary {
      warnings.append(
        RunWarning(
          .failureInLog, "The exit code is 0, but the log shows a failure.", evidence: errorSummary.message))
    } else if isCompleted, !log.showsTraining {
      warnings.append(
        RunWarning(
          .notVerified,
          log.nothingToDo == nil
            ? "The exit code is 0, but nothing in the log shows that anything was trained: look at the log."
            : "The exit code is 0, but nothing was trained: the log says that there was nothing left to do.",
          evidence: log.nothingToDo?.text))
    }
    if !record.leftovers.isEmpty {
      warnings.append(
        RunWarning(
          .leftoverProcesses,
          "Processes of the run were alive after the command itself had ended, and were stopped. A training "
            + "that puts itself into the background must be started in the foreground.",
          evidence: record.leftovers.prefix(10).joined(separator: ", ")))
    }
    if record.outOfMemoryKills > 0, record.outcome.endReason != .outOfMemory {
      warnings.append(
        RunWarning(
          .outOfMemoryKill,
          "The kernel killed \(record.outOfMemoryKills) process(es) for memory while it ran."))
    }
    if record.outcome == .lost {
      warnings.append(
        RunWarning(
          .recordLost,
          "The run's supervisor is gone and left no exit record, so exit code and exact end are not known."))
    }
    return warnings
  }
}
