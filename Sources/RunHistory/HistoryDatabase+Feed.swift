internal import JSON
internal import SQLite
internal import TrainingModel

/// The feed of all runs and schedules, in the order in which things were entered.
///
/// SQLite lets one writer in at a time, in all processes, and numbers are given inside a write: so what is entered later
/// has a larger number than anything that could be read before, and a place in the feed stays what it is.
extension HistoryDatabase {
  /// Events that are kept; the oldest go first.
  ///
  /// A training has about five, and 2,000 at most of what its log says.
  package static let usualFeedCapacity: Int64 = 100_000

  /// A part of the feed; reading changes nothing.
  package func feed(_ query: FeedQuery) throws(HistoryError) -> FeedPage {
    try access { () throws(DatabaseError) in
      let identity = try database.firstRow("SELECT identity FROM feed") { $0.text(0) } ?? ""
      // Before the events themselves: what comes in between is told now or the next time, never left out.
      let head = try place(identity, "SELECT sequence, time FROM events ORDER BY sequence DESC LIMIT 1")
      var gap: FeedPage.Gap?
      var start: Int64 = 0
      if case .after(let cursor) = query.start {
        if try isTrue(cursor, identity, head) {
          start = cursor.sequence
        } else {
          gap = .remade
          start = try lastSequence(before: cursor.time) ?? head.sequence
        }
      }
      let isNewest = query.start == .newest
      // One more than asked for tells whether there is more.
      let found = try isNewest ? newest(query) : entries(after: start, query)
      let entries = Array(found.prefix(query.limit))
      if case .after = query.start, gap == nil {
        // After the events: what was let go in between is rather said too often than not at all.
        let oldest =
          try database.firstRow("SELECT min(sequence) FROM events") { $0.optionalInteger(0) } ?? nil
        if let oldest, start + 1 < oldest { gap = .expired }
      }
      let hasMore = found.count > entries.count
      var next = head
      if let last = entries.last, hasMore || last.sequence > head.sequence {
        next = FeedCursor(identity: identity, sequence: last.sequence, time: last.event.time)
      }
      return FeedPage(entries: entries, next: next, hasMore: hasMore, gap: gap)
    }
  }

  // MARK: Places

  private func place(_ identity: String, _ sql: StaticString) throws(DatabaseError) -> FeedCursor {
    try database.firstRow(sql) {
      FeedCursor(
        identity: identity, sequence: $0.integer(0), time: Timestamp(nanoseconds: $0.integer(1)))
    } ?? FeedCursor(identity: identity, sequence: 0, time: Timestamp(nanoseconds: 0))
  }

  /// Whether a cursor means what it meant when it was given out.
  private func isTrue(
    _ cursor: FeedCursor, _ identity: String, _ head: FeedCursor
  ) throws(DatabaseError) -> Bool {
    if cursor == .beginning { return true }
    guard cursor.identity == identity, cursor.sequence <= head.sequence else { return false }
    let time = try database.firstRow(
      "SELECT time FROM events WHERE sequence = ?1", [.integer(cursor.sequence)], { $0.integer(0) })
    return time == nil || time == cursor.time.nanoseconds
  }

  /// The place before the first event that is not older than a time; nil when all are.
  private func lastSequence(before time: Timestamp) throws(DatabaseError) -> Int64? {
    let first = try database.firstRow(
      "SELECT min(sequence) FROM events WHERE time >= ?1", [.integer(time.nanoseconds)],
      { $0.optionalInteger(0) })
    return (first ?? nil).map { $0 - 1 }
  }

  // MARK: Entries

  // Of the three parts one has rows: that way each is read by the index that fits it, and no further than the limit.

  private func entries(
    after sequence: Int64, _ query: FeedQuery
  ) throws(DatabaseError) -> [FeedPage.Entry] {
    try database.rows(
      """
      SELECT sequence, events.process_id, events.schedule_id, time, kind, offset, detail,
      coalesce(json_extract(runs.specification, '$.name'), schedules.name)
      FROM (SELECT * FROM (
        SELECT sequence FROM events WHERE ?3 IS NULL AND ?4 IS NULL
        AND sequence > ?1 AND instr(?2, ' ' || kind || ' ') > 0
        UNION ALL
        SELECT sequence FROM events WHERE process_id = ?3 AND (?4 IS NULL OR schedule_id = ?4)
        AND sequence > ?1 AND instr(?2, ' ' || kind || ' ') > 0
        UNION ALL
        SELECT sequence FROM events WHERE ?3 IS NULL AND schedule_id = ?4
        AND sequence > ?1 AND instr(?2, ' ' || kind || ' ') > 0
        ORDER BY sequence LIMIT ?5))
      JOIN events USING (sequence) LEFT JOIN runs ON runs.process_id = events.process_id
      LEFT JOIN schedules ON schedules.schedule_id = events.schedule_id
      ORDER BY sequence
      """, values(sequence, query, limit: query.limit + 1), FeedPage.Entry.init(row:))
  }

  private func newest(_ query: FeedQuery) throws(DatabaseError) -> [FeedPage.Entry] {
    try database.rows(
      """
      SELECT sequence, events.process_id, events.schedule_id, time, kind, offset, detail,
      coalesce(json_extract(runs.specification, '$.name'), schedules.name)
      FROM (SELECT * FROM (
        SELECT sequence FROM events WHERE ?3 IS NULL AND ?4 IS NULL
        AND sequence > ?1 AND instr(?2, ' ' || kind || ' ') > 0
        UNION ALL
        SELECT sequence FROM events WHERE process_id = ?3 AND (?4 IS NULL OR schedule_id = ?4)
        AND sequence > ?1 AND instr(?2, ' ' || kind || ' ') > 0
        UNION ALL
        SELECT sequence FROM events WHERE ?3 IS NULL AND schedule_id = ?4
        AND sequence > ?1 AND instr(?2, ' ' || kind || ' ') > 0
        ORDER BY sequence DESC LIMIT ?5))
      JOIN events USING (sequence) LEFT JOIN runs ON runs.process_id = events.process_id
      LEFT JOIN schedules ON schedules.schedule_id = events.schedule_id
      ORDER BY sequence DESC
      """, values(0, query, limit: query.limit), FeedPage.Entry.init(row:)
    ).reversed()
  }

  private func values(_ sequence: Int64, _ query: FeedQuery, limit: Int) -> [DatabaseValue] {
    [
      .integer(sequence), .text(" \(query.kinds.map(\.rawValue).joined(separator: " ")) "),
      .text(ifKnown: query.run?.rawValue), .text(ifKnown: query.schedule?.rawValue), .integer(Int64(limit)),
    ]
  }
}

extension FeedPage.Entry {
  /// From the columns of the two queries.
  fileprivate init(row: Row) {
    self.init(
      sequence: row.integer(0), run: RunID(row.text(1)),
      schedule: row.optionalText(2).flatMap { ScheduleID($0) }, name: row.optionalText(7),
      event: HistoryEvent(
        time: Timestamp(nanoseconds: row.integer(3)), kind: HistoryEvent.Kind(rawValue: row.text(4)),
        offset: row.optionalInteger(5), detail: row.json(6)?.object ?? [:]))
  }
}
