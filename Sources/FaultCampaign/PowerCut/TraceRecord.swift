/// One change of a file that a program has made, as `libFaultInjection` wrote it down.
package struct TraceRecord: Hashable, Sendable {
  /// A change of a file or a name.
  ///
  /// Inodes tell files apart whose names change; a number may be used again for another file.
  package enum Operation: Hashable, Sendable {
    /// A file was opened to be made, or to be emptied.
    case open(path: String, inode: UInt64, isEmptied: Bool)
    case write(inode: UInt64, offset: Int, bytes: [UInt8])
    case truncate(inode: UInt64, size: Int)
    /// All that was written is on the medium.
    case syncFile(inode: UInt64)
    /// The names in the directory are on the medium.
    case syncDirectory(path: String)
    case rename(from: String, to: String)
    case link(from: String, to: String)
    /// Of a file, or of an empty directory.
    case unlink(path: String)
    case makeDirectory(path: String)
    /// A text of whoever keeps the trace, for what happened elsewhere at that moment.
    case mark(String)
  }

  package let operation: Operation
  package let pid: Int32

  package init(_ operation: Operation, pid: Int32 = 0) {
    self.operation = operation
    self.pid = pid
  }
}
