package import Platform
internal import SQLite
internal import TrainingModel

extension HistoryDatabase {
  /// Seconds that somebody else is given to look through a damaged database and set it aside.
  private static let patience = 10.0

  /// Gives a damaged database, and the files that belong to it, another name, so that a new one can be made.
  ///
  /// Of several servers that found it damaged one sets it aside; the others find a sound one then, and leave it.
  ///
  /// - Returns: where it is now: `history.db.damaged-20261121T034000`; nil when it is sound, or not there.
  /// - Throws: when it cannot be renamed.
  package static func setAside(path: String) throws(SystemError) -> String? {
    let lock = try waitForLock(path + ".lock")
    defer { extendLifetime(lock) }
    guard FileSystem.kind(of: path) != nil, !isSound(path) else { return nil }
    let time = Timestamp(nanoseconds: SystemClock.wallNanoseconds()).compact
    var target = "\(path).damaged-\(time)"
    var count = 1
    while FileSystem.kind(of: target) != nil {
      count += 1
      target = "\(path).damaged-\(time)-\(count)"
    }
    // The logs first: beside a new database they would be taken for those of that one.
    for suffix in ["-journal", "-wal", "-shm", ""] {
      do throws(SystemError) { try FileSystem.rename(path + suffix, to: target + suffix) } catch {
        guard error.kind == .notFound else { throw error }
      }
    }
    return target
  }

  private static func isSound(_ path: String) -> Bool {
    do throws(DatabaseError) {
      try Database(path: path, mode: .readOnly).quickCheck()
      return true
    } catch {
      // What cannot be looked at now is not damaged for that.
      return error.kind != .corrupt && error.kind != .notADatabase
    }
  }

  private static func waitForLock(_ path: String) throws(SystemError) -> FileLock {
    let deadline = SystemClock.monotonic().advanced(bySeconds: patience)
    while true {
      do throws(SystemError) { return try FileLock(path: path) } catch {
        // Each attempt waits a little by itself.
        guard error.kind == .wouldBlock, SystemClock.monotonic() < deadline else { throw error }
      }
    }
  }
}
