internal import LogReading
internal import RunHistory
internal import TrainingModel

extension ManagedRun.TrainingStart {
  /// What earlier servers and others saw; nil when they saw none.
  init?(_ stored: StoredRun) {
    let moment = Moment(stored)
    guard moment != nil || stored.checkpoint?.picture.started != nil else { return nil }
    self.init(moment: moment)
  }
}

extension ManagedRun.TrainingStart.Moment {
  /// The moment that is kept; nil when none is.
  init?(_ stored: StoredRun) { self.init(wall: stored.trainingStartedAt, after: stored.startedAfter) }

  /// The moment that came with a reading; nil when none did.
  init?(_ reading: ReadingProgress) {
    self.init(wall: reading.trainingStartedAt, after: reading.startedAfter)
  }

  private init?(wall: Timestamp?, after: Double?) {
    guard let wall else { return nil }
    self.init(wall: wall, after: after)
  }
}
