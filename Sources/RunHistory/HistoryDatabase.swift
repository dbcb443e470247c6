internal import Platform
package import SQLite

/// The history of all runs of a home, and their index: one connection, for one thread or actor at a time.
///
/// A run's directory is the truth about it; what is here can be made again from there, but for times at which
/// things were seen. Several servers may have it open at once.
package final class HistoryDatabase {
  package let path: String
  let database: Database
  /// How many points the metrics of runs have that were saved through this connection.
  var metricCounts = MetricCounts()
  /// Events that the feed keeps.
  let feedCapacity: Int64

  /// Opens the history, makes it where there is none, and brings its schema up to this program's.
  ///
  /// - Parameters:
  ///   - mode: with `readOnly` nothing is made, and a schema older than this program's cannot be used.
  ///   - migrations: the steps of the schema that the program knows.
  ///   - feedCapacity: events that the feed keeps, 1 or more.
  /// - Throws: `damaged` among others: then `setAside(path:)` makes room for a new one.
  package init(
    path: String, mode: Database.Mode = .readWriteCreate, migrations: [Migration] = Migration.all,
    feedCapacity: Int64 = HistoryDatabase.usualFeedCapacity
  ) throws(HistoryError) {
    self.path = path
    self.feedCapacity = feedCapacity
    if mode == .readWriteCreate {
      // A directory that cannot be made is told when the database in it is opened.
      try? FileSystem.makeDirectories(FileSystem.parent(of: path))
      if FileSystem.kind(of: path) == .file {
        // Looked at first: of a later program's file not even the way of logging is to be changed.
        if let found = try Self.version(at: path) { try Self.refuse(found, of: path, ifPast: migrations) }
      }
    }
    database = try Self.open(path, mode)
    if mode == .readOnly {
      try requireNewest(migrations)
    } else {
      try migrate(migrations)
    }
  }

  /// A history that lasts as long as it is held.
  package static func inMemory() throws(HistoryError) -> HistoryDatabase {
    try HistoryDatabase(path: ":memory:", mode: .inMemory)
  }

  /// Whether the file at the path is another one by now, or none: somebody set this one aside.
  package var hasMoved: Bool { database.hasMoved }

  /// Moves what was written last from the write-ahead log into the database, as far as nobody is in the way.
  package func checkpoint() throws(HistoryError) {
    try access { () throws(DatabaseError) in try database.checkpoint() }
  }

  // MARK: Access

  /// Runs `body`, and tells an error of it as one of the history.
  func access<Value>(_ body: () throws(DatabaseError) -> Value) throws(HistoryError) -> Value {
    try Self.access(body)
  }

  /// Runs `body` as a whole or not at all.
  func write<Value>(_ body: () throws(DatabaseError) -> Value) throws(HistoryError) -> Value {
    try Self.access { () throws(DatabaseError) in try database.transaction(body) }
  }

  private static func access<Value>(
    _ body: () throws(DatabaseError) -> Value
  ) throws(HistoryError) -> Value {
    do throws(DatabaseError) { return try body() } catch { throw HistoryError(error) }
  }

  // MARK: Schema

  private static func open(_ path: String, _ mode: Database.Mode) throws(HistoryError) -> Database {
    try access { () throws(DatabaseError) in try Database(path: path, mode: mode) }
  }

  private static func version(of database: Database) throws(HistoryError) -> Int64 {
    try access { () throws(DatabaseError) in try database.userVersion }
  }

  /// The version of a file that is only looked at; nil where that cannot be told without writing.
  ///
  /// So it is after whoever made the database was killed in the middle of it, and while somebody makes a new one in the
  /// place of this one, which has just been set aside.
  private static func version(at path: String) throws(HistoryError) -> Int64? {
    do throws(HistoryError) { return try version(of: try open(path, .readOnly)) } catch {
      guard case .unusable(_, let cause) = error, cause.kind == .unfinished else { throw error }
      return nil
    }
  }

  private static func refuse(
    _ version: Int64, of path: String, ifPast migrations: [Migration]
  ) throws(HistoryError) {
    guard version > migrations.count else { return }
    throw .newerSchema(path: path, found: version, supported: Int64(migrations.count))
  }

  private func requireNewest(_ migrations: [Migration]) throws(HistoryError) {
    let version = try Self.version(of: database)
    try Self.refuse(version, of: path, ifPast: migrations)
    guard version < migrations.count else { return }
    // SQLITE_READONLY: what is there would have to be changed first.
    let message = "its schema is \(version) and would have to be brought to \(migrations.count)"
    throw HistoryError(DatabaseError(operation: "read", path: path, code: 8, message: message))
  }

  private func migrate(_ migrations: [Migration]) throws(HistoryError) {
    while true {
      var version = try Self.version(of: database)
      try Self.refuse(version, of: path, ifPast: migrations)
      guard version < migrations.count else { return }
      try write { () throws(DatabaseError) in
        // Another server may have been faster.
        version = try database.userVersion
        guard version < migrations.count else { return }
        try database.execute(migrations[Int(version)].sql)
        try database.setUserVersion(version + 1)
      }
    }
  }
}
