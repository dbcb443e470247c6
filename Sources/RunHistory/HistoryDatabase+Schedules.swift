internal import JSON
internal import RunStore
internal import SQLite
package import Scheduling
package import TrainingModel

/// Schedules: their files are the truth about what they are, and this is the truth about how far they have come.
extension HistoryDatabase {
  // MARK: Reading

  /// A schedule; nil when it is not here.
  package func schedule(_ id: ScheduleID) throws(HistoryError) -> ScheduleRecord? {
    try access { () throws(DatabaseError) in try storedSchedule(id) }
  }

  /// The identifiers of all schedules.
  package func scheduleIDs() throws(HistoryError) -> [ScheduleID] {
    try access { () throws(DatabaseError) in
      try database.rows("SELECT schedule_id FROM schedules", []) { ScheduleID($0.text(0)) }
    }.compactMap(\.self)
  }

  /// A page of schedules, newest first; nil when the cursor names none.
  ///
  /// - Parameters:
  ///   - name: a part of the name, in any case.
  ///   - cursor: the last schedule of the page before.
  package func schedules(
    status: ScheduleStatus?, name: String?, after cursor: ScheduleID?, limit: Int
  ) throws(HistoryError) -> [ScheduleRecord]? {
    try access { () throws(DatabaseError) -> [ScheduleRecord]? in
      var limitTime = Int64.max
      if let cursor {
        guard
          let time = try database.firstRow(
            "SELECT created_at FROM schedules WHERE schedule_id = ?1", [.text(cursor.rawValue)],
            { $0.integer(0) })
        else { return nil }
        limitTime = time
      }
      return try database.rows(
        """
        SELECT record FROM schedules
        WHERE (created_at, schedule_id) < (?1, ?2) AND (?3 IS NULL OR status = ?3)
        AND (?4 IS NULL OR instr(lower(name), lower(?4)) > 0)
        ORDER BY created_at DESC, schedule_id DESC LIMIT ?5
        """,
        [
          .integer(limitTime), .text(cursor?.rawValue ?? ""), .text(ifKnown: status?.rawValue),
          .text(ifKnown: name), .integer(Int64(limit)),
        ]
      ) { $0.json(0).flatMap { ScheduleRecord(json: $0) } }.compactMap(\.self)
    }
  }

  /// How many schedules whose name holds a text have each status.
  package func scheduleCounts(name: String?) throws(HistoryError) -> [ScheduleStatus: Int] {
    let rows = try access { () throws(DatabaseError) in
      try database.rows(
        """
        SELECT status, count(*) FROM schedules WHERE ?1 IS NULL OR instr(lower(name), lower(?1)) > 0
        GROUP BY status
        """, [.text(ifKnown: name)]
      ) { (ScheduleStatus(rawValue: $0.text(0)), Int($0.integer(1))) }
    }
    return rows.reduce(into: [:]) { counts, row in if let status = row.0 { counts[status] = row.1 } }
  }

  /// The schedules that are to be looked at by a time, those that have waited longest first.
  package func schedules(dueBy time: Timestamp, limit: Int) throws(HistoryError) -> [ScheduleID] {
    try access { () throws(DatabaseError) in
      try database.rows(
        "SELECT schedule_id FROM schedules WHERE next_due <= ?1 ORDER BY next_due LIMIT ?2",
        [.integer(time.nanoseconds), .integer(Int64(limit))]
      ) { ScheduleID($0.text(0)) }
    }.compactMap(\.self)
  }

  /// When a schedule is to be looked at next; nil when none is.
  ///
  /// - Parameter time: those that were to be looked at by then are left out.
  package func nextDue(after time: Timestamp = Timestamp(nanoseconds: .min)) throws(HistoryError)
    -> Timestamp?
  {
    try access { () throws(DatabaseError) in
      try database.firstRow(
        "SELECT next_due FROM schedules WHERE next_due > ?1 ORDER BY next_due LIMIT 1",
        [.integer(time.nanoseconds)]
      ) { Timestamp(nanoseconds: $0.integer(0)) }
    }
  }

  /// The schedules that will start something and are accounted for to beyond a time: the clock has gone back.
  package func schedules(handledBeyond time: Timestamp) throws(HistoryError) -> [ScheduleID] {
    try access { () throws(DatabaseError) in
      try database.rows(
        "SELECT schedule_id FROM schedules WHERE next_due IS NOT NULL AND handled_through > ?1",
        [.integer(time.nanoseconds)]
      ) { ScheduleID($0.text(0)) }
    }.compactMap(\.self)
  }

  // MARK: Writing

  /// Enters a schedule; one that is here stays as it is.
  ///
  /// - Parameter save: keeps it outside as well; when it throws, nothing is entered.
  package func insert(
    _ record: ScheduleRecord, nextDue: Timestamp?, save: () throws -> Void = {}
  ) throws {
    try writeUnlessThrown { () throws(DatabaseError) in
      try insertRow(record, nextDue)
    } after: {
      try save()
    }
  }

  /// Changes a schedule and enters what the change brings, as a whole or not at all, one process at a time.
  ///
  /// - Parameter change: is given how many runs of the schedule are under way, and does what has to happen outside;
  ///   when it throws, nothing is changed here.
  /// - Returns: the schedule as it is now; nil when it is not here.
  package func change(
    _ id: ScheduleID, _ change: (_ record: inout ScheduleRecord, _ running: [RunID]) throws -> ScheduleStep
  ) throws -> ScheduleRecord? {
    var failure: (any Error)?
    do throws(HistoryError) {
      return try write { () throws(DatabaseError) -> ScheduleRecord? in
        guard var record = try storedSchedule(id) else { return nil }
        let before = record.progress.status
        let step: ScheduleStep
        do { step = try change(&record, try runningRuns(of: id)) } catch {
          failure = error
          throw Self.abandoned(path)
        }
        for run in step.runs { try enter(run) }
        for execution in step.executions { try enter(execution) }
        for retry in step.abandoned { try enter(retry, of: record) }
        try database.run(
          """
          UPDATE schedules SET created_at = ?2, name = ?3, status = ?4, handled_through = ?5, next_due = ?6,
          record = ?7, comes_after = ?8 WHERE schedule_id = ?1
          """, Self.values(record, step.nextDue))
        if record.progress.status != before, let event = HistoryEvent.finished(record) {
          try append(event, of: nil, schedule: id)
        }
        switch record.progress.status {
        case .active, .paused: break
        case .completed, .failed: try wakeFollowers(of: id)
        }
        return record
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Forgets a schedule and what became of its occurrences.
  ///
  /// - Parameter remove: takes it away outside as well; when it throws, nothing is forgotten.
  /// - Returns: its runs that are under way.
  package func delete(_ id: ScheduleID, remove: () throws -> Void = {}) throws -> [RunID] {
    try writeUnlessThrown { () throws(DatabaseError) in
      let running = try runningRuns(of: id)
      try database.run("DELETE FROM schedules WHERE schedule_id = ?1", [.text(id.rawValue)])
      try database.run("DELETE FROM executions WHERE schedule_id = ?1", [.text(id.rawValue)])
      try wakeFollowers(of: id)
      return running
    } after: {
      try remove()
    }
  }

  // MARK: Parts

  func storedSchedule(_ id: ScheduleID) throws(DatabaseError) -> ScheduleRecord? {
    try database.firstRow("SELECT record FROM schedules WHERE schedule_id = ?1", [.text(id.rawValue)]) {
      $0.json(0).flatMap { ScheduleRecord(json: $0) }
    } ?? nil
  }

  func insertRow(_ record: ScheduleRecord, _ nextDue: Timestamp?) throws(DatabaseError) {
    try database.run(
      """
      INSERT INTO schedules(schedule_id, created_at, name, status, handled_through, next_due, record, comes_after)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(schedule_id) DO NOTHING
      """, Self.values(record, nextDue))
  }

  /// Runs something in a transaction, and something outside before its end; when that throws, nothing was done.
  private func writeUnlessThrown<Value>(
    _ body: () throws(DatabaseError) -> Value, after: () throws -> Void
  ) throws -> Value {
    var failure: (any Error)?
    do throws(HistoryError) {
      return try write { () throws(DatabaseError) in
        let value = try body()
        do { try after() } catch {
          failure = error
          throw Self.abandoned(path)
        }
        return value
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Takes a transaction back: SQLITE_ABORT; nobody is told it.
  private static func abandoned(_ path: String) -> DatabaseError {
    DatabaseError(operation: "write", path: path, code: 4, message: "it was taken back")
  }

  private static func values(_ record: ScheduleRecord, _ nextDue: Timestamp?) -> [DatabaseValue] {
    [
      .text(record.schedule.id.rawValue), .integer(record.schedule.createdAt.nanoseconds),
      .text(record.schedule.definition.name), .text(record.progress.status.rawValue),
      .integer(record.progress.state.handledThrough.nanoseconds), .integer(ifKnown: nextDue?.nanoseconds),
      .text(JSONWriter.text(record.json)), .text(ifKnown: record.schedule.definition.after?.target),
    ]
  }
}
