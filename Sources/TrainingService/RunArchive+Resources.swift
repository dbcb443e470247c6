internal import RunHistory
internal import TrainingModel

extension RunArchive {
  /// What any server has warned of because of what a run takes of its machine, which no log tells.
  func resourceWarnings(of id: RunID) -> [RunWarning] {
    let kept = withHistory("what was warned of") { try $0.warningsBesideLog(of: id) } ?? []
    return kept.filter { ResourceWatch.codes.contains($0.code) }
  }
}
