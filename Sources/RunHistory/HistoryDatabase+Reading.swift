internal import JSON
internal import LogReading
internal import MetricCurves
internal import SQLite
package import TrainingModel

extension HistoryDatabase {
  /// Events that a log may bring into the feed: one that invents stages must not fill the disk.
  package static let maximumLogEvents = 2000

  /// Saves what was read of a run's log, each line once, however many servers read it.
  ///
  /// A server that comes with no more than what is saved already, or after the run was concluded, changes
  /// nothing; of one that comes with more only the rest is taken.
  ///
  /// - Returns: what became of it.
  @discardableResult
  package func save(_ progress: ReadingProgress, of id: RunID) throws(HistoryError) -> Saved {
    var counts: [String: Int]?
    var saved = Saved.known
    let offset = progress.checkpoint.offset
    try write { () throws(DatabaseError) in
      guard let start = try savedOffset(of: id), start < offset else { return }
      guard start >= progress.start else { return saved = .gap }
      try appendNew(progress.events, from: start, of: id)
      let known = metricCounts.counts(of: id, at: start)
      var new = if let known { known } else { try metricCount(of: id) }
      for report in progress.metrics where report.offset >= start {
        try insert(report, of: id, counting: &new)
      }
      for (name, count) in new where count > MetricThinning.limit {
        new[name] = try thin(name, of: id)
      }
      try database.run(
        """
        UPDATE runs SET log_offset = ?2, log_checkpoint = ?3,
        training_started_at = coalesce(training_started_at, ?4),
        started_after = coalesce(started_after, ?5) WHERE process_id = ?1
        """,
        [
          .text(id.rawValue), .integer(offset), .text(JSONWriter.text(progress.checkpoint.json)),
          .integer(ifKnown: progress.trainingStartedAt?.nanoseconds),
          .real(ifKnown: progress.startedAfter),
        ])
      counts = new
    }
    // Only now, since a transaction that fails leaves the points as they were.
    guard let counts else {
      metricCounts.forget(id)
      return saved
    }
    metricCounts.set(counts, of: id, at: offset)
    return .saved
  }

  /// What became of a reading.
  package enum Saved: Hashable, Sendable {
    case saved
    /// Nothing in it was new, or nothing more is to be known of the run.
    case known
    /// It begins behind what is known: the log has to be read from there.
    case gap
  }

  /// Where the log of a run was read up to; nil when nothing more is to be saved of it.
  private func savedOffset(of id: RunID) throws(DatabaseError) -> Int64? {
    try database.firstRow(
      "SELECT log_offset FROM runs WHERE process_id = ?1 AND conclusion IS NULL", [.text(id.rawValue)]
    ) { $0.integer(0) }
  }

  private func appendNew(
    _ events: [HistoryEvent], from start: Int64, of id: RunID
  ) throws(DatabaseError) {
    let new = events.filter { ($0.offset ?? start) >= start }
    guard !new.isEmpty else { return }
    let count = try database.firstRow(
      "SELECT count(*) FROM events WHERE process_id = ?1", [.text(id.rawValue)]
    ) { Int($0.integer(0)) }
    for event in new.prefix(max(0, Self.maximumLogEvents - (count ?? 0))) { try append(event, of: id) }
  }
}
