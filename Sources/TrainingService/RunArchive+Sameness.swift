internal import RunHistory
internal import TrainingModel

extension RunArchive {
  /// A failure with the earlier runs that died of the same.
  ///
  /// It is looked up once, when the run is concluded, and kept with the conclusion: every server tells the same, also
  /// when earlier runs are pruned, and showing a picture costs nothing.
  func recurring(
    _ summary: ErrorSummary, _ specification: RunSpecification, _ record: ExitRecord, _ code: CodeState?
  ) -> ErrorSummary {
    guard let fingerprint = summary.fingerprint else { return summary }
    var summary = summary
    summary.recurrence =
      withHistory("earlier failures") {
        try $0.recurrence(of: fingerprint, in: specification, endedAt: record.endedAt, code: code)
      } ?? nil
    // What a schedule retries was decided by a person, and what may pass by itself may pass the next time.
    if summary.retry == .unknown, specification.occurrence == nil, summary.recurrence?.isHopeless ?? false {
      summary.retry = .uselessUnchanged
    }
    return summary
  }
}
