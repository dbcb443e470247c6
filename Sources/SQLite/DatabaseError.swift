internal import CSQLite

/// A database that could not do what was asked: what was being done, where, and why not.
package struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it was, for callers that act on it.
  package enum Kind: Hashable, Sendable {
    /// Somebody else held the lock for longer than the busy time-out.
    case busy
    /// The medium, the quota or the database's own limit is full.
    case full
    case readOnly
    /// A transaction was broken off and must be taken back first, which only who may write can do.
    case unfinished
    /// The file is a database whose content contradicts itself.
    case corrupt
    /// The file is something else.
    case notADatabase
    case cannotOpen
    case ioError
    /// The file system does not lock files as SQLite needs it.
    case noLocks
    case constraint
    case other
  }

  /// An infinitive that takes the database as its object: `open`, `commit a transaction in`.
  package let operation: String
  package let path: String
  /// SQLite's extended result code, as https://www.sqlite.org/rescode.html lists them.
  package let code: Int32
  /// SQLite's own words, and the system's where there are any.
  package let message: String
  package let kind: Kind

  package init(operation: String, path: String, code: Int32, message: String, kind: Kind? = nil) {
    self.operation = operation
    self.path = path
    self.code = code
    self.message = message
    self.kind = kind ?? Kind(code: code)
  }

  package var description: String {
    "Cannot \(operation) the database \(path): \(message) (SQLite code \(code))."
  }
}

extension DatabaseError {
  /// The error of the call on `handle` that gave `code` just now.
  init(_ code: Int32, _ operation: String, path: String, handle: OpaquePointer?) {
    var message = String(cString: sqlite3_errstr(code))
    var kind = Kind(code: code)
    if let handle {
      // Another call may have come between, and left its own words.
      if sqlite3_extended_errcode(handle) == code { message = String(cString: sqlite3_errmsg(handle)) }
      if kind == .ioError || kind == .cannotOpen || kind == .full {
        if let reason = sb_sqlite_system_reason(handle) { message += ", " + String(cString: reason) }
        if sb_sqlite_is_out_of_space(handle) != 0 { kind = .full }
      }
    }
    self.init(operation: operation, path: path, code: code, message: message, kind: kind)
  }
}

extension DatabaseError.Kind {
  /// The kind behind an extended result code.
  init(code: Int32) {
    switch (code, code & 0xFF) {
    case (SQLITE_IOERR | 15 << 8, _), (SQLITE_IOERR | 20 << 8, _), (_, SQLITE_PROTOCOL), (_, SQLITE_NOLFS):
      // 15 and 20: SQLITE_IOERR_LOCK and SQLITE_IOERR_SHMLOCK, macros that Swift does not import.
      self = .noLocks
    case (_, SQLITE_BUSY), (_, SQLITE_LOCKED): self = .busy
    case (_, SQLITE_FULL): self = .full
    case (SQLITE_READONLY | 1 << 8, _), (SQLITE_READONLY | 3 << 8, _):
      // SQLITE_READONLY_RECOVERY and SQLITE_READONLY_ROLLBACK.
      self = .unfinished
    case (_, SQLITE_READONLY): self = .readOnly
    case (_, SQLITE_CORRUPT): self = .corrupt
    case (_, SQLITE_NOTADB): self = .notADatabase
    case (_, SQLITE_CANTOPEN), (_, SQLITE_PERM): self = .cannotOpen
    case (_, SQLITE_IOERR): self = .ioError
    case (_, SQLITE_CONSTRAINT): self = .constraint
    default: self = .other
    }
  }
}
