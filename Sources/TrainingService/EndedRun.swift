internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

/// A run that has ended, and what is needed to say how.
struct EndedRun: Sendable {
  let specification: RunSpecification
  let process: StartedProcess?
  let record: ExitRecord
  let directory: RunDirectory
  let mask: SecretMask
  /// How far its log is read.
  let position: LogPosition
  /// What was read and is not saved yet.
  let unsaved: ReadingProgress?
  /// When the first sign of training was seen.
  let seen: ManagedRun.TrainingStart.Moment?
  /// When its end was noticed.
  let foundAt: MonotonicInstant
  /// What is told of it besides its log: its stall, if it had stalled when it ended, and what else was seen of it.
  var standing: [RunWarning] = []

  var id: RunID { specification.id }
  var log: RunLog { RunLog(directory: directory, maximumBytes: specification.maximumLogBytes) }
}
