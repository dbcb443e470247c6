package import TrainingModel

/// What a run's directory says of it.
package struct RunRecord: Hashable, Sendable {
  package let specification: RunSpecification
  package let process: StartedProcess?
  /// How it ended; nil when it has not, or nobody wrote it down.
  package let exit: ExitRecord?
  /// What was concluded of its log, where that stands beside it.
  package let kept: KeptConclusion?

  package init(
    specification: RunSpecification, process: StartedProcess?, exit: ExitRecord?, kept: KeptConclusion?
  ) {
    self.specification = specification
    self.process = process
    self.exit = exit
    self.kept = kept
  }
}
