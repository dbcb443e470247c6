internal import CSQLite

/// Looking after the file as a whole.
extension Database {
  /// How far a checkpoint goes.
  package enum CheckpointMode: Hashable, Sendable {
    /// As far as it goes without waiting for anybody.
    case passive
    /// To the end, and the log is emptied; waits for readers and writers, up to the busy time-out.
    case truncate
  }

  /// The number that the owner of the schema keeps in the file; 0 in a new one.
  package var userVersion: Int64 {
    get throws(DatabaseError) { try firstRow("PRAGMA user_version") { $0.integer(0) } ?? 0 }
  }

  /// Changes that number: 0 to 2³¹ − 1.
  package func setUserVersion(_ version: Int64) throws(DatabaseError) {
    try execute("PRAGMA user_version = \(version)")
  }

  /// Whether the file at the path is no longer the one that is open: it was renamed, deleted or replaced.
  package var hasMoved: Bool {
    var moved: Int32 = 0
    // Files of other kinds, such as those in memory, do not know the question: they cannot move.
    guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK else {
      return false
    }
    return moved != 0
  }

  /// Moves what is in the write-ahead log into the database.
  package func checkpoint(_ mode: CheckpointMode = .passive) throws(DatabaseError) {
    let number = mode == .passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE
    let code = sqlite3_wal_checkpoint_v2(handle, nil, number, nil, nil)
    // A passive one that finds another at work has nothing to do.
    guard code == SQLITE_OK || mode == .passive && code & 0xFF == SQLITE_BUSY else {
      throw failure(code, "checkpoint")
    }
  }

  /// Reads all of the database and looks for damage; seconds for a large one.
  ///
  /// - Throws: of kind `corrupt`, with what was found first.
  package func quickCheck() throws(DatabaseError) {
    let finding = try firstRow("PRAGMA quick_check(1)") { $0.text(0) }
    guard finding == "ok" else {
      throw DatabaseError(
        operation: "find sound", path: path, code: SQLITE_CORRUPT, message: finding ?? "no answer")
    }
  }
}
