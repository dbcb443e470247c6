package import TrainingModel

/// What the data of a schedule were when they were looked at: enough to tell whether they are others later.
package struct DataState: Hashable, Sendable {
  /// `DataScope.fingerprint` of where they were looked for.
  package let scope: UInt64
  /// The names, sizes and times of all files in one number.
  package let fingerprint: UInt64
  package let files: Int
  package let bytes: Int64
  /// nil where there are no files.
  package let newest: Newest?

  /// The file that was changed last.
  package struct Newest: Hashable, Sendable {
    /// Absolute, as it may be shown.
    package let path: String
    /// The later of the times at which its content and its entry were changed: copies that keep the time of the
    /// original are new by that.
    package let changedAt: Timestamp

    package init(path: String, changedAt: Timestamp) {
      self.path = path
      self.changedAt = changedAt
    }
  }

  package init(scope: UInt64, fingerprint: UInt64, files: Int, bytes: Int64, newest: Newest?) {
    self.scope = scope
    self.fingerprint = fingerprint
    self.files = files
    self.bytes = bytes
    self.newest = newest
  }

  /// Whether something is here that was not there at an earlier look: what is gone since is no new data.
  ///
  /// - Parameters:
  ///   - time: When the run began that had the earlier data.
  ///   - earlier: What was seen before that run; nil where nobody looked.
  package func hasNews(since time: Timestamp, _ earlier: DataState?) -> Bool {
    guard let newest else { return false }
    guard let earlier else { return newest.changedAt > time }
    // Of other patterns nothing is known to be old.
    guard earlier.scope == scope else { return true }
    // A time in the future, or of a file server whose clock is ahead, makes nothing new again and again.
    guard earlier != self else { return false }
    // A directory that was moved in brings files whose times are old, and what came between the look and the start of
    // the process may have been overlooked by both.
    return newest.changedAt > time || files > earlier.files
      || earlier.newest.map { newest.changedAt > $0.changedAt } ?? true
  }
}
