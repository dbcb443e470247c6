internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A system call that failed: which one, on what, and why.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the call: `open`, `fsync`.
  package let call: String
  /// The path it was about, where there is one.
  package let path: String?
  /// errno(3).
  package let code: Int32

  package init(call: String, path: String? = nil, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// The error of the call that failed just now.
  static func last(_ call: String, _ path: String? = nil) -> SystemError {
    SystemError(call: call, path: path, code: errno)
  }

  /// The system's own words: "No space left on device".
  package var reason: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package var description: String {
    path.map { "\(call) \($0): \(reason)" } ?? "\(call): \(reason)"
  }
}

extension SystemError {
  /// What kind of failure it was, for callers that act on it.
  package enum Kind: Sendable {
    case notFound, permissionDenied, readOnly, notExecutable, exists, wouldBlock, noSpace, noReader, noLocks,
      tooManyFiles
    /// The system or the file system does not have that.
    case unsupported
    case other
  }

  /// The kind behind the number.
  package var kind: Kind {
    switch code {
    case ENOENT: .notFound
    case EACCES, EPERM: .permissionDenied
    case EROFS: .readOnly
    case ENOEXEC: .notExecutable
    case EEXIST: .exists
    case EAGAIN: .wouldBlock
    case ENOSPC, EDQUOT: .noSpace
    case ENXIO, EPIPE: .noReader
    case EMFILE, ENFILE: .tooManyFiles
    case ENOLCK: .noLocks
    case ENOTSUP, EOPNOTSUPP, ENOSYS: .unsupported
    default: .other
    }
  }
}
