internal import SQLite

/// Looks into a database as a server finds it at its next start.
package enum DatabaseIntegrity {
  /// nil when all is well, else what is wrong.
  package static func problem(with path: String) -> String? {
    do throws(DatabaseError) {
      // For writing, so that what is in its write-ahead log is taken over first.
      let database = try Database(path: path, mode: .readWriteCreate)
      // What is written here is looked at once: nobody waits until it is on the medium.
      try database.execute("PRAGMA synchronous = OFF")
      let findings = try database.rows("PRAGMA integrity_check(1)") { $0.text(0) }
      return findings == ["ok"] ? nil : findings.joined(separator: "; ")
    } catch {
      return "\(error)"
    }
  }
}
