package import LogReading
package import TrainingModel

/// All that the history holds of one run.
///
/// What another program wrote and this one does not understand is nil, as if it were not there: the run's
/// directory says it.
package struct StoredRun: Hashable, Sendable {
  package let specification: RunSpecification
  package let process: StartedProcess?
  package let exit: ExitRecord?
  /// When the first sign of training was seen.
  package let trainingStartedAt: Timestamp?
  /// Seconds from the start of the process to the first sign of training.
  package let startedAfter: Double?
  /// Where the log was read up to; nil when nothing was read yet, and when the run is concluded.
  package let checkpoint: LogReader.Checkpoint?
  package let conclusion: RunConclusion?

  package init(
    specification: RunSpecification, process: StartedProcess? = nil, exit: ExitRecord? = nil,
    trainingStartedAt: Timestamp? = nil, startedAfter: Double? = nil,
    checkpoint: LogReader.Checkpoint? = nil, conclusion: RunConclusion? = nil
  ) {
    self.specification = specification
    self.process = process
    self.exit = exit
    self.trainingStartedAt = trainingStartedAt
    self.startedAfter = startedAfter
    self.checkpoint = checkpoint
    self.conclusion = conclusion
  }

  package var id: RunID { specification.id }
}
