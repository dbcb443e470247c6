internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What the file system says of a file or directory.
package struct FileStatus: Hashable, Sendable {
  package let kind: FileSystem.Kind
  /// Bytes.
  package let size: Int64
  /// Nanoseconds since 1970 of the last change of its content (mtime).
  package let modificationTime: Int64
  /// Nanoseconds since 1970 of the last change of it or of what is said of it (ctime), which nobody can set.
  package let changeTime: Int64
  /// Together they name what it is, whatever paths lead to it.
  package let device: UInt64
  package let number: UInt64

  /// - Parameters:
  ///   - path: the bytes as the file system has them; a name need not be UTF-8.
  ///   - followsLinks: whether a symbolic link stands for what it leads to.
  package init(of path: [UInt8], followsLinks: Bool = true) throws(SystemError) {
    var status = stat()
    let text = path.cString
    guard (followsLinks ? stat(text, &status) : lstat(text, &status)) == 0 else {
      throw .last("stat", String(decoding: path, as: UTF8.self))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    default: kind = .other
    }
    size = Int64(status.st_size)
    #if canImport(Darwin)
      modificationTime = Self.nanoseconds(status.st_mtimespec)
      changeTime = Self.nanoseconds(status.st_ctimespec)
    #else
      modificationTime = Self.nanoseconds(status.st_mtim)
      changeTime = Self.nanoseconds(status.st_ctim)
    #endif
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
  }

  /// A file may have a time that no number holds: then it is the last or the first that one does.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    let (product, overflows) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflowsToo) = product.addingReportingOverflow(Int64(time.tv_nsec))
    return overflows || overflowsToo ? (time.tv_sec < 0 ? .min : .max) : sum
  }
}

extension [UInt8] {
  /// The bytes of a path as C has texts.
  var cString: [CChar] { map(CChar.init(bitPattern:)) + [0] }
}
