internal import JSON
internal import RunStore
internal import SQLite
package import Scheduling
package import TrainingModel

/// What became of the occurrences of schedules.
extension HistoryDatabase {
  // MARK: Reading

  /// A page of the executions of a schedule, those of the newest occurrences first; nil when the cursor names none.
  ///
  /// - Parameter cursor: the last execution of the page before.
  package func executions(
    of id: ScheduleID, status: ExecutionStatus? = nil, after cursor: String? = nil, limit: Int
  ) throws(HistoryError) -> [Execution]? {
    try access { () throws(DatabaseError) -> [Execution]? in
      var limitTime: Int64?
      if let cursor {
        limitTime = try database.firstRow(
          "SELECT scheduled_for FROM executions WHERE execution_id = ?1 AND schedule_id = ?2",
          [.text(cursor), .text(id.rawValue)], { $0.integer(0) })
        if limitTime == nil { return nil }
      }
      return try database.rows(
        """
        SELECT execution_id, schedule_id, scheduled_for, started_at, completed_at, status, process_id, output,
        error_message, occurrences, reason, warning, data FROM executions
        WHERE schedule_id = ?1 AND (?2 IS NULL OR scheduled_for < ?2) AND (?3 IS NULL OR status = ?3)
        ORDER BY scheduled_for DESC LIMIT ?4
        """,
        [
          .text(id.rawValue), .integer(ifKnown: limitTime), .text(ifKnown: status?.rawValue),
          .integer(Int64(limit)),
        ], Execution.init(row:)
      ).compactMap(\.self)
    }
  }

  /// The executions whose runs had not ended when they were written about last, of all schedules.
  package func openExecutions() throws(HistoryError) -> [Execution] {
    try access { () throws(DatabaseError) in
      try database.rows(
        """
        SELECT execution_id, schedule_id, scheduled_for, started_at, completed_at, status, process_id, output,
        error_message, occurrences, reason, warning, data
        FROM executions WHERE status = 'running' ORDER BY scheduled_for
        """, [],
        Execution.init(row:)
      ).compactMap(\.self)
    }
  }

  // MARK: Writing

  /// Enters how the run of an execution ended: the first who does so decides.
  ///
  /// - Returns: the schedule whose queue may go on now; nil when nothing was changed.
  package func settle(_ run: RunID, _ end: ExecutionEnd) throws(HistoryError) -> ScheduleID? {
    try write { () throws(DatabaseError) in
      let running = try database.firstRow(
        "SELECT schedule_id, data FROM executions WHERE process_id = ?1 AND status = 'running'",
        [.text(run.rawValue)]
      ) { (ScheduleID($0.text(0)), $0.json(1).flatMap { DataState(json: $0) }) }
      guard let running, let id = running.0 else { return nil }
      try database.run(
        """
        UPDATE executions SET status = ?2, started_at = coalesce(?3, started_at), completed_at = ?4, output = ?5,
        error_message = ?6 WHERE process_id = ?1
        """,
        [
          .text(run.rawValue), .text(end.status.rawValue), .integer(ifKnown: end.startedAt?.nanoseconds),
          .integer(end.completedAt.nanoseconds), .text(ifKnown: end.output),
          .text(ifKnown: end.errorMessage),
        ])
      try count(end, of: run, in: id, running.1)
      return id
    }
  }

  private func count(
    _ end: ExecutionEnd, of run: RunID, in id: ScheduleID, _ data: DataState?
  ) throws(DatabaseError) {
    guard var record = try storedSchedule(id) else { return }
    record.progress.count(end, of: run, data)
    try database.run(
      """
      UPDATE schedules SET record = ?2, next_due = iif(?3, 0, next_due) WHERE schedule_id = ?1
      """,
      [
        .text(id.rawValue), .text(JSONWriter.text(record.json)),
        // What waits for the end of a run is to be looked at now.
        .integer(record.progress.state.queue.isEmpty || record.progress.state.pausedSince != nil ? 0 : 1),
      ])
  }

  // MARK: Parts

  func runningRuns(of id: ScheduleID) throws(DatabaseError) -> [RunID] {
    try database.rows(
      "SELECT process_id FROM executions WHERE schedule_id = ?1 AND status = 'running'",
      [.text(id.rawValue)]
    ) { $0.optionalText(0).flatMap { RunID($0) } }.compactMap(\.self)
  }

  /// Enters an execution; one of the same occurrence that is here stays as it is.
  func enter(_ execution: Execution) throws(DatabaseError) {
    try database.run(
      """
      INSERT INTO executions(execution_id, schedule_id, scheduled_for, started_at, completed_at, status, process_id, output,
      error_message, occurrences, reason, warning, data)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      ON CONFLICT DO NOTHING
      """,
      [
        .text(execution.id), .text(execution.schedule.rawValue),
        .integer(execution.scheduledFor.nanoseconds), .integer(ifKnown: execution.startedAt?.nanoseconds),
        .integer(ifKnown: execution.completedAt?.nanoseconds), .text(execution.status.rawValue),
        .text(ifKnown: execution.run?.rawValue), .text(ifKnown: execution.output),
        .text(ifKnown: execution.errorMessage), .integer(Int64(execution.occurrences)),
        .text(ifKnown: execution.reason?.rawValue), .text(ifKnown: execution.warning),
        .text(ifKnown: execution.data.map { JSONWriter.text($0.json) }),
      ])
  }
}

extension Execution {
  /// From the columns in the order of the table; nil for what a later program wrote.
  fileprivate init?(row: Row) {
    guard let schedule = ScheduleID(row.text(1)), let status = ExecutionStatus(rawValue: row.text(5)) else {
      return nil
    }
    self.init(
      id: row.text(0), schedule: schedule, scheduledFor: Timestamp(nanoseconds: row.integer(2)),
      startedAt: row.optionalInteger(3).map { Timestamp(nanoseconds: $0) },
      completedAt: row.optionalInteger(4).map { Timestamp(nanoseconds: $0) }, status: status,
      run: row.optionalText(6).flatMap { RunID($0) }, output: row.optionalText(7),
      errorMessage: row.optionalText(8),
      reason: row.optionalText(10).flatMap { ExecutionReason(rawValue: $0) }, warning: row.optionalText(11),
      data: row.json(12).flatMap { DataState(json: $0) }, occurrences: Int(row.integer(9)))
  }
}

extension ScheduleProgress {
  /// Counts the end of a run.
  ///
  /// - Parameter data: as they were before it was started.
  mutating func count(_ end: ExecutionEnd, of run: RunID, _ data: DataState?) {
    if end.status == .completed {
      successRuns += 1
      let startedAt = end.startedAt ?? end.completedAt
      if lastSuccess.map({ $0.startedAt < startedAt }) ?? true {
        lastSuccess = Success(run: run, startedAt: startedAt, data: data)
      }
    } else {
      failedRuns += 1
      lastError = end.errorMessage
    }
  }
}
