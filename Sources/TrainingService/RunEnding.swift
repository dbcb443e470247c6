internal import LogReading
internal import Platform
internal import TrainingModel

/// What is said of a run that has ended.
struct RunEnding {
  let record: ExitRecord
  let log: LogPicture
  let failure: ErrorSummary?

  init(_ record: ExitRecord, log: LogPicture, failure: ErrorSummary?) {
    self.record = record
    self.log = log
    self.failure = failure
  }

  /// What is to be known of how it ended besides its exit code.
  var warnings: [RunWarning] {
    var warnings: [RunWarning] = []
    let isCompleted = record.outcome.processStatus == .completed
    if isCompleted, let failure {
      warnings.append(
        RunWarning(
          .failureInLog, "The exit code is 0, but the log shows a failure.", evidence: failure.message))
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
