internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingModel

extension RunArchive {
  /// Seconds that the conclusion of a run waits for what its code was.
  private static let longestSurvey = 1.0

  /// A conclusion with what the code was, where that was not known yet when it was told.
  func withCode(_ conclusion: RunConclusion, of ended: EndedRun) -> RunConclusion {
    guard conclusion.code == nil, let code = code(of: ended) else { return conclusion }
    return RunConclusion(
      log: conclusion.log, logSize: conclusion.logSize, errorSummary: conclusion.errorSummary,
      warnings: conclusion.warnings, code: code)
  }

  /// What the code of an ended run was.
  ///
  /// Only a run that died at once may be faster than git.
  func code(of ended: EndedRun) -> CodeState? {
    let deadline = SystemClock.monotonic().advanced(bySeconds: Self.longestSurvey)
    while true {
      let finding = ended.directory.code()
      guard finding == .underWay, SystemClock.monotonic() < deadline else { return finding.state }
      // Only the passing of time is wanted; a signal that ends it early does no harm.
      _ = try? Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: 0.002))
    }
  }
}
