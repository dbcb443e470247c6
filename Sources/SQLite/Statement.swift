internal import CSQLite

/// A prepared statement: bind, step until there is no row, bind again.
///
/// Belongs to the thread or actor of its database.
package final class Statement {
  private let handle: OpaquePointer
  private let database: OpaquePointer
  private let path: String

  /// Prepares the one statement that `sql` holds; `isKept` when it will be used often.
  init(_ sql: String, database: OpaquePointer, path: String, isKept: Bool) throws(DatabaseError) {
    var statement: OpaquePointer?
    let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = sqlite3_prepare_v3(database, sql, -1, flags, &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw DatabaseError(code, "prepare '\(Self.excerpt(sql))' in", path: path, handle: database)
    }
    handle = statement
    self.database = database
    self.path = path
  }

  deinit { sqlite3_finalize(handle) }

  /// Gives the parameters ?1, ?2, … their values, and begins anew.
  package func bind(_ values: [DatabaseValue]) throws(DatabaseError) {
    reset()
    for (index, value) in values.enumerated() {
      let code = bind(value, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw failure(code, "bind a value for") }
    }
  }

  /// Runs on to the next row; nil when there is none, and then the statement is reset.
  package func step() throws(DatabaseError) -> Row? {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return Row(statement: handle)
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return nil
    default:
      let error = failure(code, "run")
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Lets go of what it holds: its read transaction and its parameters.
  package func reset() {
    // Gives the error of the last step once more, which was thrown already.
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Whether it stands between its first row and its end.
  var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

  private func bind(_ value: DatabaseValue, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let number): return sqlite3_bind_int64(handle, index, number)
    case .real(let number): return sqlite3_bind_double(handle, index, number)
    case .text(var text):
      return text.withUTF8 { utf8 in
        // An empty text may have no address, which would be NULL.
        guard let start = utf8.baseAddress else { return sb_sqlite_bind_text(handle, index, "", 0) }
        return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          sb_sqlite_bind_text(handle, index, $0, UInt64(utf8.count))
        }
      }
    case .bytes(let bytes):
      return bytes.withUnsafeBytes {
        sb_sqlite_bind_bytes(handle, index, $0.baseAddress, UInt64($0.count))
      }
    }
  }

  private func failure(_ code: Int32, _ verb: String) -> DatabaseError {
    let sql = sqlite3_sql(handle).map { String(cString: $0) } ?? ""
    return DatabaseError(code, "\(verb) '\(Self.excerpt(sql))' in", path: path, handle: database)
  }

  /// The beginning of a statement on one line, for an error.
  static func excerpt(_ sql: String) -> String {
    let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.utf8.count <= 60 ? words : words.prefix(57) + "…"
  }
}
