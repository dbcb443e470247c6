#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension SystemError {
  /// Whether the path leads to nothing: no such name, a file where a directory would have to be, or a link that leads
  /// to itself.
  package var isAbsence: Bool { code == ENOENT || code == ENOTDIR || code == ELOOP }
}
