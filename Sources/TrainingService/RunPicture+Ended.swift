internal import RunHistory
internal import RunStore
internal import TrainingModel

/// Pictures of runs that have ended.
extension RunPicture {
  /// The picture of a run that was just concluded.
  convenience init(_ ended: EndedRun, _ conclusion: RunArchive.Conclusion) {
    self.init(
      ended.specification, ended.process, conclusion.record, conclusion.trainingStart?.wall,
      conclusion.trainingStart?.after, conclusion.run, ended.directory, ended.mask)
  }

  /// The picture of a run that is kept; nil when it was not concluded.
  convenience init?(_ stored: StoredRun, directory: RunDirectory, mask: SecretMask) {
    guard let record = stored.exit, let conclusion = stored.conclusion else { return nil }
    self.init(
      stored.specification, stored.process, record, stored.trainingStartedAt, stored.startedAfter, conclusion,
      directory, mask)
  }

  private convenience init(
    _ specification: RunSpecification, _ process: StartedProcess?, _ record: ExitRecord,
    _ trainingStartedAt: Timestamp?, _ startedAfter: Double?, _ conclusion: RunConclusion,
    _ directory: RunDirectory, _ mask: SecretMask
  ) {
    self.init(
      specification: specification, command: specification.command.map(mask.mask), state: .ended(record),
      phase: nil, process: process, trainingStartedAt: trainingStartedAt, startedAfter: startedAfter,
      duration: record.duration, timeLeft: nil, log: conclusion.log, code: conclusion.code,
      logPath: directory.logPath,
      logSize: conclusion.logSize,
      // Another server may have concluded the run, without knowing what is secret in it.
      errorSummary: conclusion.errorSummary.map(mask.mask), warnings: conclusion.warnings.map(mask.mask))
  }
}
