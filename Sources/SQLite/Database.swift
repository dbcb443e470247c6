internal import CSQLite
internal import Synchronization

/// One connection to one SQLite database; for one thread or actor at a time.
///
/// Files are made for their owner alone (0600) and kept with a write-ahead log, so that readers and one writer,
/// in this process and in others, do not stand in each other's way. Who finds the database locked waits 5 s.
package final class Database {
  /// How a database is opened.
  package enum Mode: Hashable, Sendable {
    case readWriteCreate
    /// Nothing is made or changed, not even the way in which changes are logged.
    case readOnly
    /// In memory, for this connection alone.
    case inMemory
  }

  /// Milliseconds to wait for somebody else's lock.
  private static let busyTimeout: Int32 = 5000

  package let path: String
  /// Owned; closed with this object.
  let handle: OpaquePointer
  private var statements: [UnsafeRawPointer: Statement] = [:]

  /// Opens a database.
  ///
  /// - Throws: `cannotOpen` also when the directory is missing or may not be written. A file that is no database
  ///   is noticed here, a damaged one perhaps only later.
  package init(path: String, mode: Mode = .readWriteCreate) throws(DatabaseError) {
    self.path = mode == .inMemory ? ":memory:" : path
    handle = try Self.open(self.path, mode)
    // From here on `deinit` closes it.
    sqlite3_busy_timeout(handle, Self.busyTimeout)
    let code = sb_sqlite_harden(handle)
    guard code == SQLITE_OK else { throw failure(code, "set up") }
    try execute("PRAGMA foreign_keys = ON")
    if mode == .readWriteCreate {
      try useWriteAheadLog()
      try execute("PRAGMA synchronous = NORMAL")
    } else {
      // Reads the first page, so that a file that is no database is told now.
      _ = try userVersion
    }
  }

  deinit {
    statements = [:]
    sqlite3_close_v2(handle)
  }

  // MARK: Statements

  /// Runs one or more statements whose rows, if there are any, do not matter.
  package func execute(_ sql: String) throws(DatabaseError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code, "run '\(Statement.excerpt(sql))' in") }
  }

  /// A prepared statement without parameters set; the same one for the same piece of source text.
  package func statement(_ sql: StaticString) throws(DatabaseError) -> Statement {
    let key = UnsafeRawPointer(sql.utf8Start)
    if let kept = statements[key] {
      // Who steps through its rows must not lose them to somebody who runs the same one in between.
      if kept.isBusy {
        return try Statement("\(sql)", database: handle, path: path, isKept: false)
      }
      kept.reset()
      return kept
    }
    let new = try Statement("\(sql)", database: handle, path: path, isKept: true)
    statements[key] = new
    return new
  }

  /// Runs a statement that gives no rows.
  ///
  /// - Returns: how many rows it inserted, changed or deleted.
  @discardableResult
  package func run(_ sql: StaticString, _ values: [DatabaseValue] = []) throws(DatabaseError) -> Int {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() != nil {}
    return Int(sqlite3_changes64(handle))
  }

  /// What `read` makes of every row.
  package func rows<Value>(
    _ sql: StaticString, _ values: [DatabaseValue] = [], _ read: (Row) -> Value
  ) throws(DatabaseError) -> [Value] {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    var result: [Value] = []
    while let row = try statement.step() { result.append(read(row)) }
    return result
  }

  /// What `read` makes of the first row; nil when there is none.
  package func firstRow<Value>(
    _ sql: StaticString, _ values: [DatabaseValue] = [], _ read: (Row) -> Value
  ) throws(DatabaseError) -> Value? {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step().map(read)
  }

  /// Runs `body` as a whole or not at all; nobody else writes meanwhile.
  ///
  /// Short ones only: others wait. Not inside another one.
  package func transaction<Value>(
    _ body: () throws(DatabaseError) -> Value
  ) throws(DatabaseError) -> Value {
    try begin()
    do throws(DatabaseError) {
      let value = try body()
      let code = sqlite3_exec(handle, "COMMIT", nil, nil, nil)
      guard code == SQLITE_OK else { throw failure(code, "commit a transaction in") }
      return value
    } catch {
      // After some errors SQLite has rolled back by itself, and what fails here is done at the next opening.
      if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
      throw error
    }
  }

  private func begin() throws(DatabaseError) {
    precondition(sqlite3_get_autocommit(handle) != 0, "A transaction was begun inside another one.")
    let code = sqlite3_exec(handle, "BEGIN IMMEDIATE", nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code, "begin a transaction in") }
  }

  func failure(_ code: Int32, _ operation: String) -> DatabaseError {
    DatabaseError(code, operation, path: path, handle: handle)
  }

  // MARK: Opening

  /// Held while a file is made: closing it would let go the locks that another thread has on it by then.
  private static let opening = Mutex(())

  private static func open(_ path: String, _ mode: Mode) throws(DatabaseError) -> OpaquePointer {
    var handle: OpaquePointer?
    let flags =
      mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = opening.withLock { _ in
      if mode == .readWriteCreate { sb_sqlite_make_private_file(path) }
      return sqlite3_open_v2(
        path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    }
    guard code == SQLITE_OK, let handle else {
      let error = DatabaseError(code, "open", path: path, handle: handle)
      sqlite3_close_v2(handle)
      throw error
    }
    return handle
  }

  /// Two that change the way of logging at once may refuse each other without waiting: then it is tried again.
  private func useWriteAheadLog() throws(DatabaseError) {
    var attempts = 50
    while true {
      do throws(DatabaseError) {
        return try execute("PRAGMA journal_mode = WAL")
      } catch {
        attempts -= 1
        guard error.kind == .busy, attempts > 0 else { throw error }
        sqlite3_sleep(10)
      }
    }
  }
}
