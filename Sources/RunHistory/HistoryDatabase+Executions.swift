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
        error_message, occurrences, reason, warning, data, attempts, earlier_runs, retry_at, on_finish
        FROM executions
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
        error_message, occurrences, reason, warning, data, attempts, earlier_runs, retry_at, on_finish
        FROM executions WHERE status = 'running' ORDER BY scheduled_for
        """, [],
        Execution.init(row:)
      ).compactMap(\.self)
    }
  }

  /// Whether there is an execution of this name.
  package func hasExecution(_ id: String) throws(HistoryError) -> Bool {
    try access { () throws(DatabaseError) in
      try database.firstRow("SELECT 1 FROM executions WHERE execution_id = ?1", [.text(id)]) { _ in true }
    } ?? false
  }

  // MARK: Writing

  /// Enters how the run of an execution ended, and whether another attempt is made: the first who does so decides.
  ///
  /// - Returns: the schedule whose queue may go on now; nil when nothing was changed.
  package func settle(_ run: RunID, _ end: ExecutionEnd) throws(HistoryError) -> ScheduleID? {
    try write { () throws(DatabaseError) in
      guard let execution = try openExecution(of: run) else { return nil }
      var record = try storedSchedule(execution.schedule)
      let retry = record?.settle(end, of: run, execution)
      try database.run(
        """
        UPDATE executions SET status = ?2, started_at = coalesce(?3, started_at), completed_at = ?4, output = ?5,
        error_message = ?6, retry_at = ?7 WHERE process_id = ?1
        """,
        [
          .text(run.rawValue), .text(end.status.rawValue), .integer(ifKnown: end.startedAt?.nanoseconds),
          .integer(end.completedAt.nanoseconds), .text(ifKnown: end.output),
          .text(ifKnown: end.errorMessage), .integer(ifKnown: retry?.at.nanoseconds),
        ])
      if let record { try keep(record, retry) }
      if retry == nil, record?.schedule.definition.onFinish != nil { try noteFinishDue(of: execution.id) }
      return execution.schedule
    }
  }

  /// Keeps a schedule of which a run has ended.
  private func keep(_ record: ScheduleRecord, _ retry: PendingRetry?) throws(DatabaseError) {
    let state = record.progress.state
    // What waits for the end of a run is to be looked at now.
    let lookAt = state.queue.isEmpty || state.pausedSince != nil ? retry?.at.nanoseconds : 0
    try database.run(
      """
      UPDATE schedules SET record = ?2, status = ?3,
      next_due = iif(?4 IS NULL, next_due, min(coalesce(next_due, ?4), ?4)) WHERE schedule_id = ?1
      """,
      [
        .text(record.schedule.id.rawValue), .text(JSONWriter.text(record.json)),
        .text(record.progress.status.rawValue), .integer(ifKnown: lookAt),
      ])
    try wakeFollowers(of: record.schedule.id)
  }

  // MARK: Parts

  func runningRuns(of id: ScheduleID) throws(DatabaseError) -> [RunID] {
    try database.rows(
      "SELECT process_id FROM executions WHERE schedule_id = ?1 AND status = 'running'",
      [.text(id.rawValue)]
    ) { $0.optionalText(0).flatMap { RunID($0) } }.compactMap(\.self)
  }

  /// Enters an execution, and tells the feed of it; one of the same occurrence that is here stays as it is.
  ///
  /// Unless that is of an earlier attempt: then this one takes its place, and the run of that one is an earlier one.
  func enter(_ execution: Execution) throws(DatabaseError) {
    let changes = try database.run(
      """
      INSERT INTO executions(execution_id, schedule_id, scheduled_for, started_at, completed_at, status, process_id, output,
      error_message, occurrences, reason, warning, data, attempts)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      ON CONFLICT(execution_id) DO UPDATE SET started_at = excluded.started_at,
      completed_at = excluded.completed_at, status = excluded.status, process_id = excluded.process_id,
      output = excluded.output, error_message = excluded.error_message, attempts = excluded.attempts,
      earlier_runs = trim(earlier_runs || ' ' || coalesce(process_id, '')), retry_at = NULL
      WHERE excluded.attempts > attempts
      ON CONFLICT DO NOTHING
      """,
      [
        .text(execution.id), .text(execution.schedule.rawValue),
        .integer(execution.scheduledFor.nanoseconds), .integer(ifKnown: execution.startedAt?.nanoseconds),
        .integer(ifKnown: execution.completedAt?.nanoseconds), .text(execution.status.rawValue),
        .text(ifKnown: execution.run?.rawValue), .text(ifKnown: execution.output),
        .text(ifKnown: execution.errorMessage), .integer(Int64(execution.occurrences)),
        .text(ifKnown: execution.reason?.rawValue), .text(ifKnown: execution.warning),
        .text(ifKnown: execution.data.map { JSONWriter.text($0.json) }), .integer(Int64(execution.attempts)),
      ])
    if changes > 0 { try append(.decided(execution), of: execution.run, schedule: execution.schedule) }
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
      data: row.json(12).flatMap { DataState(json: $0) }, occurrences: Int(row.integer(9)),
      attempts: Int(row.integer(13)),
      earlierRuns: row.text(14).split(separator: " ").compactMap { RunID(String($0)) },
      retryAt: row.optionalInteger(15).map { Timestamp(nanoseconds: $0) },
      onFinish: row.json(16).flatMap { FinishOutcome(json: $0) })
  }
}

extension ScheduleProgress {
  /// Counts the end of a run.
  ///
  /// - Parameter data: as they were before it was started.
  mutating func count(_ end: ExecutionEnd, of run: RunID, _ data: DataState?) {
    if end.status == .completed {
      successRuns += 1
      lastCompletionAt = max(lastCompletionAt ?? end.completedAt, end.completedAt)
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
