internal import SQLite
package import TrainingModel

/// Schedules that come after runs and other schedules.
extension HistoryDatabase {
  /// Lets the schedules that come after a run be looked at.
  ///
  /// - Returns: whether there are any.
  package func wakeFollowers(of run: RunID) throws(HistoryError) -> Bool {
    // Most runs have none: reading keeps nobody from writing.
    let hasFollowers = try access { () throws(DatabaseError) in
      try database.firstRow("SELECT 1 FROM schedules WHERE comes_after = ?1 LIMIT 1", [.text(run.rawValue)]) {
        _ in true
      }
    }
    guard hasFollowers == true else { return false }
    try access { () throws(DatabaseError) in try wakeRows(after: run.rawValue) }
    return true
  }

  /// Lets all schedules be looked at that come after anything: nobody knows what ended meanwhile.
  package func wakeAllFollowers() throws(HistoryError) {
    _ = try access { () throws(DatabaseError) in
      try database.run(
        "UPDATE schedules SET next_due = 0 WHERE comes_after IS NOT NULL AND status = 'active'")
    }
  }

  /// The runs of a schedule that are under way.
  package func running(of id: ScheduleID) throws(HistoryError) -> [RunID] {
    try access { () throws(DatabaseError) in try runningRuns(of: id) }
  }

  /// Lets the schedules be looked at that come after one whose run has ended, or that will start nothing more.
  func wakeFollowers(of schedule: ScheduleID) throws(DatabaseError) {
    try wakeRows(after: schedule.rawValue)
  }

  private func wakeRows(after target: String) throws(DatabaseError) {
    try database.run(
      "UPDATE schedules SET next_due = 0 WHERE comes_after = ?1 AND status = 'active'", [.text(target)])
  }
}
