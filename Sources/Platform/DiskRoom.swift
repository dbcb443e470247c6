#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What can still be written on a file system.
package struct DiskRoom: Hashable, Sendable {
  /// Bytes that this user may still take.
  package let availableBytes: Int64
  /// Files that this user may still make; nil where there is no limit.
  package let availableFiles: Int64?
  /// Whether nothing may be written on it, however much is left.
  package let isReadOnly: Bool

  /// The file system that a path lies on; nil when nothing is there.
  ///
  /// Source: statvfs(3).
  package init?(at path: String) {
    var system = statvfs()
    guard statvfs(path, &system) == 0 else { return nil }
    availableBytes = Int64(clamping: UInt64(system.f_bavail) * UInt64(system.f_frsize))
    availableFiles = system.f_files == 0 ? nil : Int64(clamping: system.f_favail)
    isReadOnly = system.f_flag & UInt(ST_RDONLY) != 0
  }
}
