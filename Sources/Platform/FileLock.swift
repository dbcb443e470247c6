internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// An exclusive lock on a file, held for as long as its owner lives: the kernel lets it go with the process.
package struct FileLock: ~Copyable, Sendable {
  private let descriptor: FileDescriptor

  /// Takes the lock, making the file when it is not there.
  ///
  /// - Throws: `SystemError` of kind `wouldBlock` when somebody else holds it.
  package init(path: String) throws(SystemError) {
    let file = try FileDescriptor.open(path, .appending)
    // Whoever asks `isHeld` holds it for a moment, which must not be taken for a holder.
    var attempts = 20
    while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
      attempts -= 1
      guard errno == EWOULDBLOCK, attempts > 0 else { throw .last("flock", path) }
      _ = poll(nil, 0, 2)
    }
    descriptor = file
  }

  /// Whether a living process holds the lock of this file.
  package static func isHeld(path: String) -> Bool {
    guard let descriptor = try? FileDescriptor.open(path, .reading) else {
      return false  // no file, so nobody ever took it
    }
    return flock(descriptor.number, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
