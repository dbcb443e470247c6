internal import JSON
internal import RunStore
internal import SQLite
internal import TrainingModel

extension HistoryDatabase {
  /// Runs that are entered in one transaction, so that others need not wait for all of them.
  private static let batch = 500

  /// Enters runs as their directories say; those that are here stay as they are.
  package func restore(_ records: [RunRecord]) throws(HistoryError) {
    var rest = records[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.batch)
      rest = rest.dropFirst(Self.batch)
      try write { () throws(DatabaseError) in
        for record in part { try restore(record) }
      }
    }
  }

  private func restore(_ record: RunRecord) throws(DatabaseError) {
    try enter(record.specification)
    let status = record.exit?.outcome.processStatus ?? (record.process == nil ? .queued : .running)
    try database.run(
      """
      UPDATE runs SET process = ?2, exit = ?3, status = ?4, conclusion = ?5,
      is_concluded = (?5 IS NOT NULL), training_started_at = ?6, started_after = ?7
      WHERE process_id = ?1 AND conclusion IS NULL
      """,
      [
        .text(record.specification.id.rawValue),
        .text(ifKnown: record.process.map { JSONWriter.text($0.json) }),
        .text(ifKnown: record.exit.map { JSONWriter.text($0.json) }), .text(status.rawValue),
        .text(ifKnown: record.kept.map { JSONWriter.text($0.conclusion.json) }),
        .integer(ifKnown: record.kept?.trainingStartedAt?.nanoseconds),
        .real(ifKnown: record.kept?.startedAfter),
      ])
  }
}
