internal import RunHistory
internal import TrainingModel

extension RunArchive {
  /// What servers have seen of a run besides what its log says.
  func sightings(of id: RunID) -> Sightings {
    Sightings(
      start: stored(id).flatMap(ManagedRun.TrainingStart.Moment.init(_:)),
      warnings: withHistory("what was warned of") { try $0.warningsBesideLog(of: id) } ?? [])
  }

  /// Keeps what a server has seen, unless another one was faster.
  ///
  /// - Returns: what every server tells of the run from now on.
  func keep(_ sighting: Sighting, of id: RunID) -> Sightings {
    switch sighting {
    case .start(let moment):
      _ = withHistory("the first sign of training") {
        try $0.noteTrainingStart(at: moment.wall, after: moment.after, of: id)
      }
      var kept = sightings(of: id)
      // Without a history every server is alone.
      kept.start = kept.start ?? moment
      return kept
    case .warning(let warning, let sequence):
      let event = HistoryEvent(warning, at: now, offset: nil)
      _ = withHistory("an event") { try $0.enterOnce(event, of: id, after: sequence) }
      var kept = sightings(of: id)
      if kept.last(warning.code).map({ $0.sequence > sequence }) != true {
        kept.warnings.append(KeptWarning(sequence: sequence + 1, warning: warning))
      }
      return kept
    }
  }
}
