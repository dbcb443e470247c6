package import SQLite

/// Why the history cannot be used, and what to do about it.
package enum HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A later program made it; it was not touched.
  case newerSchema(path: String, found: Int64, supported: Int64)
  /// The file is no database, or one that contradicts itself.
  case damaged(path: String, reason: String)
  /// It cannot be opened, read or written now.
  case unusable(path: String, DatabaseError)

  init(_ error: DatabaseError) {
    switch error.kind {
    case .corrupt, .notADatabase: self = .damaged(path: error.path, reason: error.message)
    default: self = .unusable(path: error.path, error)
    }
  }

  package var description: String {
    switch self {
    case .newerSchema(let path, let found, let supported):
      "The history \(path) was written by a later version of signalbox (its schema is \(found), this program "
        + "knows up to \(supported)): use that version, or another SIGNALBOX_HOME."
    case .damaged(let path, let reason):
      "The history \(path) is damaged (\(reason)): move it away, and it is made again from the runs' "
        + "directories."
    case .unusable(let path, let error):
      "The history \(path) cannot be used: \(error) \(Self.advice(error.kind))"
    }
  }

  private static func advice(_ kind: DatabaseError.Kind) -> String {
    switch kind {
    case .busy: "Another program has held it locked: try again, and see who has it open."
    case .full: "Make room on its file system."
    case .readOnly, .unfinished, .cannotOpen: "See whether its directory is there and may be written."
    case .noLocks: "Its file system does not lock files: choose a local one with SIGNALBOX_HOME."
    case .ioError: "See whether its file system is in order."
    case .corrupt, .notADatabase, .constraint, .other: "The runs are not touched by this."
    }
  }
}
