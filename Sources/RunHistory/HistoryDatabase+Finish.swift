internal import JSON
internal import RunStore
internal import SQLite
package import Scheduling
internal import TrainingModel

/// Commands at the end of runs: each is claimed before it is started, so that none is run twice.
extension HistoryDatabase {
  /// Claims the command of one execution; nil when none is due.
  package func claimFinish() throws(HistoryError) -> DueFinish? {
    // Looked at first: mostly there is none, and reading keeps nobody from writing.
    guard try access({ () throws(DatabaseError) in try dueFinish() }) != nil else { return nil }
    return try write { () throws(DatabaseError) in
      guard let due = try dueFinish() else { return nil }
      try database.run(
        "UPDATE executions SET on_finish_state = 'running' WHERE execution_id = ?1", [.text(due.execution)])
      return due
    }
  }

  /// Enters how the command of an execution ended; nil where none was wanted any more.
  package func endFinish(of execution: String, _ outcome: FinishOutcome?) throws(HistoryError) {
    _ = try access { () throws(DatabaseError) in
      try database.run(
        """
        UPDATE executions SET on_finish_state = NULL, on_finish = ?2
        WHERE execution_id = ?1 AND on_finish_state = 'running'
        """, [.text(execution), .text(ifKnown: outcome.map { JSONWriter.text($0.json) })])
    }
  }

  /// Enters an outcome for all commands that were claimed and whose end nobody entered: whoever ran them is gone.
  package func endClaimedFinishes(_ outcome: FinishOutcome) throws(HistoryError) {
    _ = try access { () throws(DatabaseError) in
      try database.run(
        "UPDATE executions SET on_finish_state = NULL, on_finish = ?1 WHERE on_finish_state = 'running'",
        [.text(JSONWriter.text(outcome.json))])
    }
  }

  /// Lets the command of an execution be run whose run has ended for good.
  func noteFinishDue(of execution: String) throws(DatabaseError) {
    try database.run(
      "UPDATE executions SET on_finish_state = 'due' WHERE execution_id = ?1 AND on_finish IS NULL",
      [.text(execution)])
  }

  private func dueFinish() throws(DatabaseError) -> DueFinish? {
    try database.firstRow(
      """
      SELECT execution_id, schedule_id, process_id FROM executions
      WHERE on_finish_state = 'due' ORDER BY completed_at LIMIT 1
      """, []
    ) { row -> DueFinish? in
      guard let schedule = ScheduleID(row.text(1)), let run = row.optionalText(2).flatMap({ RunID($0) })
      else {
        return nil
      }
      return DueFinish(execution: row.text(0), schedule: schedule, run: run)
    } ?? nil
  }
}
