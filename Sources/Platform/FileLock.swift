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
  /// - Throws: `SystemError` of kind `wouldBlock` when somebody else holds it, `noLocks` where the file system has
  ///   none.
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

  /// Waits in the system, on a thread of the caller's own, until nobody else holds the lock, and takes it; makes the
  /// file when it is not there.
  package init(waitingFor path: String) throws(SystemError) {
    let file = try FileDescriptor.open(path, .appending)
    while flock(file.number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .last("flock", path) }
    }
    descriptor = file
  }

  /// Goes on holding a lock that the process before this one took and handed over with its descriptor.
  ///
  /// The lock belongs to the open file, not to a process: flock(2).
  package init(inherited number: Int32) throws(SystemError) {
    let file = FileDescriptor(owning: number)
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { throw .last("flock") }
    descriptor = file
  }

  /// The descriptor to hand over.
  package var number: Int32 { descriptor.number }

  /// Whether a living process holds the lock of this file.
  ///
  /// - Throws: `SystemError` when that cannot be told, which is no answer: neither yes nor no.
  package static func isHeld(path: String) throws(SystemError) -> Bool {
    let descriptor: FileDescriptor
    do throws(SystemError) { descriptor = try FileDescriptor.open(path, .reading) } catch {
      if error.kind == .notFound { return false }  // no file, so nobody ever took it
      throw error
    }
    if flock(descriptor.number, LOCK_SH | LOCK_NB) == 0 { return false }
    guard errno == EWOULDBLOCK else { throw .last("flock", path) }
    return true
  }
}
