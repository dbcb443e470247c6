internal import RunStore
internal import SQLite
internal import Scheduling
internal import TrainingModel

/// Further attempts at occurrences whose runs have failed.
extension HistoryDatabase {
  /// An execution whose run has ended.
  struct OpenExecution {
    let id: String
    let schedule: ScheduleID
    let scheduledFor: Timestamp
    let attempts: Int
    /// The data before the first of them.
    let data: DataState?
  }

  /// The execution that a run belongs to, where it is not known to have ended.
  func openExecution(of run: RunID) throws(DatabaseError) -> OpenExecution? {
    try database.firstRow(
      """
      SELECT execution_id, schedule_id, scheduled_for, attempts, data FROM executions
      WHERE process_id = ?1 AND status = 'running'
      """, [.text(run.rawValue)]
    ) { row -> OpenExecution? in
      guard let schedule = ScheduleID(row.text(1)) else { return nil }
      return OpenExecution(
        id: row.text(0), schedule: schedule, scheduledFor: Timestamp(nanoseconds: row.integer(2)),
        attempts: Int(row.integer(3)), data: row.json(4).flatMap { DataState(json: $0) })
    } ?? nil
  }

  /// Enters that an attempt is not made any more.
  func enter(_ abandoned: AbandonedRetry, of record: ScheduleRecord) throws(DatabaseError) {
    try database.run(
      """
      UPDATE executions SET retry_at = NULL, error_message = trim(coalesce(error_message, '') || ' ' || ?3)
      WHERE schedule_id = ?1 AND scheduled_for = ?2 AND retry_at IS NOT NULL
      """,
      [
        .text(record.schedule.id.rawValue), .integer(abandoned.scheduledFor.nanoseconds),
        .text(abandoned.text),
      ])
    guard record.schedule.definition.onFinish != nil else { return }
    try noteFinishDue(
      of: Execution.identifier(
        of: ScheduledOccurrence(schedule: record.schedule.id, scheduledFor: abandoned.scheduledFor)))
  }
}

extension ScheduleRecord {
  /// Counts the end of a run, or lets its occurrence wait for another attempt.
  ///
  /// - Returns: the attempt that is waited for; nil when the occurrence has come to its end.
  mutating func settle(
    _ end: ExecutionEnd, of run: RunID, _ execution: HistoryDatabase.OpenExecution
  ) -> PendingRetry? {
    guard progress.state.pausedSince == nil, end.status == .failed,
      let wait = schedule.definition.policy.retry?.wait(
        afterAttempt: execution.attempts, failedWith: end.failure)
    else {
      progress.count(end, of: run, execution.data)
      return nil
    }
    let retry = PendingRetry(
      scheduledFor: execution.scheduledFor, attempt: execution.attempts + 1,
      at: Timestamp(nanoseconds: end.completedAt.nanoseconds + Int64(wait) * 1_000_000_000))
    progress.state.retries.append(retry)
    progress.lastError = end.errorMessage
    // A schedule with one time had nothing left to do while this run was under way.
    progress.status = .active
    return retry
  }
}
