/// A file system on which nothing more can be written, as was seen when a run had ended.
package struct FullDisk: Hashable, Sendable {
  /// What there is none of any more.
  package enum Shortage: Hashable, Sendable {
    case bytes
    /// Files: inodes.
    case files
  }

  /// A directory on it that the run uses.
  package let path: String
  package let shortage: Shortage

  package init(path: String, shortage: Shortage) {
    self.path = path
    self.shortage = shortage
  }

  /// It in words.
  var text: String {
    switch shortage {
    case .bytes: "\(path) is full: no space is left on its file system."
    case .files: "\(path) is full: its file system has no inode left for another file."
    }
  }
}
