internal import Diagnosis
internal import LogReading
internal import RunStore
internal import TrainingModel

extension RunArchive {
  /// Why a run failed, with what its surroundings show; nil for one that did not.
  ///
  /// - Parameter error: what the training said of it.
  func failure(
    of ended: EndedRun, _ record: ExitRecord, error: TrainingErrorEvent?
  ) async -> ErrorSummary? {
    let survey = SurroundingsSurvey(of: ended)
    var facts = FailureFacts(
      outcome: record.outcome, outOfMemoryKills: record.outOfMemoryKills,
      command: ended.specification.command,
      log: LogExcerpt.lines(of: ended.log), trainingError: error,
      rules: failureRules.current(complain: complain))
    switch record.outcome {
    case .signalled, .exited(code: 1...): facts.fullDisks = await diskLooks.look { survey.fullDisks() } ?? []
    case .exited, .stopped, .outOfMemory, .failedToStart, .lost: break
    }
    guard var summary = FailureDiagnosis.summary(of: facts) else { return nil }
    if let inquiry = FailureInquiry(about: summary, of: facts.command) {
      summary = await verdictLooks.look { [summary] in survey.answer(inquiry, about: summary) } ?? summary
    }
    return ended.mask.mask(summary)
  }
}
