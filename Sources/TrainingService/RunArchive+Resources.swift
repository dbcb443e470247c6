internal import RunHistory
internal import TrainingModel

extension RunArchive {
  /// What any server has warned of because of what a run takes of its machine, which no log tells.
  func resourceWarnings(of id: RunID) -> [RunWarning] {
    let kept = withHistory("what was warned of") { try $0.warningsBesideLog(of: id) } ?? []
    return kept.filter { ResourceWatch.codes.contains($0.code) }
  }

  /// Enters what a server warns of, unless another one was faster.
  ///
  /// - Returns: what every server tells of the run from now on: that of the first.
  func keep(_ warning: RunWarning, of id: RunID) -> [RunWarning] {
    let event = HistoryEvent(warning, at: now, offset: nil)
    _ = withHistory("an event") { try $0.enterOnce(event, of: id) }
    let kept = resourceWarnings(of: id)
    // Without a history every server is alone.
    return kept.contains { $0.code == warning.code } ? kept : kept + [warning]
  }
}
