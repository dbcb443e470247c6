internal import MetricCurves
internal import RunHistory
internal import TrainingModel

extension RunArchive {
  /// What a run has measured.
  ///
  /// - Parameter reading: what was read and not saved yet; it is saved first.
  func metrics(of id: RunID, saving reading: ReadingProgress?) throws -> [MetricPoint] {
    if let reading { saveNow(reading, of: id) }
    guard let database = database() else { throw ServiceError.homeRefused(reason: refusalText) }
    do { return try database.metrics(of: id) } catch {
      throw ServiceError.metricsUnavailable(reason: "\(error)")
    }
  }
}
