package import LogReading
package import TrainingModel

/// All that can be told of a run at one moment.
///
/// It never changes, and it is large: a class, so that lists and waiting calls hold it without copies.
package final class RunPicture: Sendable {
  package let specification: RunSpecification
  /// argv as it may be shown.
  package let command: [String]
  package let state: RunState
  /// nil unless running.
  package let phase: RunPhase?
  /// The process of the training; nil while or when it was not started.
  package let process: StartedProcess?
  /// When the first sign of training was seen.
  package let trainingStartedAt: Timestamp?
  /// Seconds from the start of the process to the first sign of training.
  package let startedAfter: Double?
  /// Seconds: to the end, or to now while it runs; nil before it started.
  package let duration: Double?
  /// How long it will still take; nil unless it trains, and while nobody can tell.
  package let timeLeft: TimeLeft?
  package let log: LogPicture
  /// What the code was at its start; nil where nobody can tell, or not yet.
  package let code: CodeState?
  package let logPath: String
  /// Bytes.
  package let logSize: Int64
  package let errorSummary: ErrorSummary?
  package let warnings: [RunWarning]

  init(
    specification: RunSpecification, command: [String], state: RunState, phase: RunPhase?,
    process: StartedProcess?, trainingStartedAt: Timestamp?, startedAfter: Double?, duration: Double?,
    timeLeft: TimeLeft?, log: LogPicture, code: CodeState?, logPath: String, logSize: Int64,
    errorSummary: ErrorSummary?, warnings: [RunWarning]
  ) {
    self.specification = specification
    self.command = command
    self.state = state
    self.phase = phase
    self.process = process
    self.trainingStartedAt = trainingStartedAt
    self.startedAfter = startedAfter
    self.duration = duration
    self.timeLeft = timeLeft
    self.log = log
    self.code = code
    self.logPath = logPath
    self.logSize = logSize
    self.errorSummary = errorSummary
    self.warnings = warnings
  }

  package var id: RunID { specification.id }
  package var status: ProcessStatus { state.processStatus }
  /// Whether the log shows that something was trained; nil unless completed.
  package var isVerified: Bool? {
    status == .completed ? log.showsTraining && errorSummary == nil : nil
  }
  /// What changes when something happens to the run that a waiting caller wants to hear of.
  package var situation: Situation { Situation(status: status, phase: phase) }

  /// Status and phase together.
  package struct Situation: Hashable, Sendable {
    package let status: ProcessStatus
    package let phase: RunPhase?
  }
}
