internal import JSON
internal import SQLite
package import TrainingModel
internal import TrainingModelJSON

extension HistoryDatabase {
  /// The feed: what happened, in the order in which it was entered.
  ///
  /// - Parameters:
  ///   - sequence: of the last event that is known; 0 for the beginning.
  ///   - id: of one run, also of one that was removed; nil for all.
  ///   - limit: how many at most, the oldest of them.
  package func events(
    after sequence: Int64 = 0, of id: RunID? = nil, limit: Int
  ) throws(HistoryError) -> [StoredEvent] {
    try access { () throws(DatabaseError) in
      if let id {
        return try database.rows(
          """
          SELECT sequence, process_id, time, kind, offset, detail FROM events
          WHERE process_id = ?2 AND sequence > ?1 ORDER BY sequence LIMIT ?3
          """,
          [.integer(sequence), .text(id.rawValue), .integer(Int64(limit))], StoredEvent.init(row:))
      }
      return try database.rows(
        """
        SELECT sequence, process_id, time, kind, offset, detail FROM events
        WHERE sequence > ?1 ORDER BY sequence LIMIT ?2
        """,
        [.integer(sequence), .integer(Int64(limit))], StoredEvent.init(row:))
    }.compactMap(\.self)
  }

  /// What was warned of that no line of the log is about: what servers saw of the run besides.
  package func warningsBesideLog(of id: RunID) throws(HistoryError) -> [KeptWarning] {
    try access { () throws(DatabaseError) in
      try database.rows(
        """
        SELECT sequence, detail FROM events WHERE process_id = ?1 AND kind = ?2 AND offset IS NULL
        ORDER BY sequence
        """,
        [.text(id.rawValue), .text(HistoryEvent.Kind.warning.rawValue)]
      ) { row in
        row.json(1).flatMap(RunWarning.init(json:)).map { KeptWarning(sequence: row.integer(0), warning: $0) }
      }
    }.compactMap(\.self)
  }

  /// Enters an event that no reading of a log brings, unless one of the same kind, code and line is there, or the run is
  /// concluded: several servers notice the same.
  ///
  /// - Parameter sequence: up to this one it was another one that is over.
  package func enterOnce(
    _ event: HistoryEvent, of id: RunID, after sequence: Int64 = 0
  ) throws(HistoryError) {
    try write { () throws(DatabaseError) in
      let isOpen = try database.firstRow(
        "SELECT 1 FROM runs WHERE process_id = ?1 AND conclusion IS NULL", [.text(id.rawValue)]
      ) { _ in true }
      guard isOpen == true else { return }
      let known = try database.rows(
        "SELECT detail FROM events WHERE process_id = ?1 AND kind = ?2 AND offset IS ?3 AND sequence > ?4",
        [
          .text(id.rawValue), .text(event.kind.rawValue), .integer(ifKnown: event.offset), .integer(sequence),
        ]
      ) { $0.json(0)?.object?["code"] }
      if !known.contains(event.detail["code"]) { try append(event, of: id) }
    }
  }

  /// Enters an event at the end of the feed, and lets the oldest one go where it is full.
  ///
  /// - Parameters:
  ///   - id: of the run; nil for an event of a schedule alone.
  ///   - schedule: nil for that of the run, if it has one.
  func append(
    _ event: HistoryEvent, of id: RunID?, schedule: ScheduleID? = nil
  ) throws(DatabaseError) {
    try database.run(
      """
      INSERT INTO events(process_id, time, kind, offset, detail, schedule_id) VALUES (?1, ?2, ?3, ?4, ?5,
      coalesce(?6, (SELECT json_extract(specification, '$.schedule_id') FROM runs WHERE process_id = ?1)))
      """,
      [
        .text(id?.rawValue ?? ""), .integer(event.time.nanoseconds), .text(event.kind.rawValue),
        .integer(ifKnown: event.offset), .text(JSONWriter.text(.object(event.detail))),
        .text(ifKnown: schedule?.rawValue),
      ])
    try database.run(
      "DELETE FROM events WHERE sequence <= (SELECT max(sequence) FROM events) - ?1",
      [.integer(feedCapacity)])
  }
}

extension StoredEvent {
  /// From the columns sequence, process_id, time, kind, offset, detail.
  fileprivate init?(row: Row) {
    guard let id = RunID(row.text(1)) else { return nil }
    self.init(
      sequence: row.integer(0), id: id,
      event: HistoryEvent(
        time: Timestamp(nanoseconds: row.integer(2)), kind: HistoryEvent.Kind(rawValue: row.text(3)),
        offset: row.optionalInteger(4), detail: row.json(5)?.object ?? [:]))
  }
}
