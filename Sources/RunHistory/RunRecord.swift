package import TrainingModel

/// What a run's directory says of it.
package struct RunRecord: Hashable, Sendable {
  package let specification: RunSpecification
  package let process: StartedProcess?
  /// How it ended; nil when it has not, or nobody wrote it down.
  package let exit: ExitRecord?
  /// What was concluded of its log, where that stands beside it.
  package let conclusion: RunConclusion?

  package init(
    specification: RunSpecification, process: StartedProcess?, exit: ExitRecord?, conclusion: RunConclusion?
  ) {
    self.specification = specification
    self.process = process
    self.exit = exit
    self.conclusion = conclusion
  }
}
