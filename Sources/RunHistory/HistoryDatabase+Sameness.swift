internal import SQLite
package import TrainingModel

extension HistoryDatabase {
  /// The most runs that were started the same way that are looked through.
  private static let longestRow: Int64 = 100

  /// Earlier runs that died of the same as a run that is about to be concluded; nil where there were none.
  ///
  /// Earlier is what ended before it, whoever concludes it when.
  ///
  /// - Parameters:
  ///   - fingerprint: of its failure.
  ///   - code: what its code was; nil where nobody knows.
  package func recurrence(
    of fingerprint: String, in specification: RunSpecification, endedAt: Timestamp, code: CodeState?
  ) throws(HistoryError) -> FailureRecurrence? {
    try access { () throws(DatabaseError) in
      let place: [DatabaseValue] = [
        .text(fingerprint), .integer(endedAt.nanoseconds), .text(specification.id.rawValue),
      ]
      let runs = try database.rows(
        """
        SELECT process_id, ended_at FROM runs INDEXED BY runs_by_fingerprint
        WHERE fingerprint = ?1 AND ended_at <= ?2 AND process_id <> ?3
        ORDER BY ended_at DESC, process_id DESC LIMIT ?4
        """, place + [.integer(Int64(FailureRecurrence.maximumNamed))]
      ) { row in
        RunID(row.text(0)).map {
          FailureRecurrence.Run(id: $0, endedAt: Timestamp(nanoseconds: row.integer(1)).rfc3339)
        }
      }.compactMap(\.self)
      guard let last = runs.first, let stored = try storedRun(last.id) else { return nil }
      let count = try database.firstRow(
        """
        SELECT count(*) FROM (SELECT 1 FROM runs INDEXED BY runs_by_fingerprint
        WHERE fingerprint = ?1 AND ended_at <= ?2 AND process_id <> ?3 LIMIT ?4)
        """, place + [.integer(Int64(FailureRecurrence.maximumCounted))]
      ) { Int($0.integer(0)) }
      return FailureRecurrence(
        runs: runs, count: count ?? runs.count,
        start: try start(specification, code, since: stored, fingerprint, endedAt))
    }
  }

  private func start(
    _ specification: RunSpecification, _ code: CodeState?, since last: StoredRun, _ fingerprint: String,
    _ endedAt: Timestamp
  ) throws(DatabaseError) -> FailureRecurrence.Start {
    var changes = specification.changes(since: last.specification)
    let isSameCode = code.flatMap { code in last.conclusion?.code.flatMap(code.isSame) }
    if isSameCode == false { changes.append(.code) }
    guard changes.isEmpty else { return .changed(changes) }
    guard isSameCode == true, let digest = specification.startDigest(code) else { return .unknownCode }
    // Those that were stopped on request tell nothing of what they would have come to.
    let earlier = try database.rows(
      """
      SELECT fingerprint FROM runs INDEXED BY runs_by_start
      WHERE start_digest = ?1 AND ended_at <= ?2 AND process_id <> ?3
      AND (fingerprint IS NOT NULL OR status <> 'killed')
      ORDER BY ended_at DESC, process_id DESC LIMIT ?4
      """,
      [
        .text(digest), .integer(endedAt.nanoseconds), .text(specification.id.rawValue),
        .integer(Self.longestRow),
      ]
    ) { $0.optionalText(0) }
    return .unchanged(runsInARow: 1 + earlier.prefix { $0 == fingerprint }.count)
  }
}
