package import Platform
internal import Synchronization

/// A descriptor that several threads of a test share, and that can be closed while they hold it.
package final class OpenFile: Sendable {
  private let descriptor: Mutex<FileDescriptor?>
  /// For calls that borrow it; stale once it is closed.
  package let number: Int32

  package init(_ descriptor: consuming FileDescriptor) {
    number = descriptor.number
    self.descriptor = Mutex(descriptor)
  }

  /// Closes it; the second time without effect.
  package func close() { descriptor.withLock { $0 = nil } }

  /// What is there, at most `limit` bytes; waits when nothing is; empty at the end.
  package func read(limit: Int = 1 << 16) throws(SystemError) -> [UInt8] {
    // Not under the lock: a read may wait for as long as it likes.
    let borrowed = try FileDescriptor.duplicate(of: number)
    var bytes = [UInt8](repeating: 0, count: limit)
    var failure: SystemError?
    let count = bytes.withUnsafeMutableBytes { buffer in
      do throws(SystemError) { return try borrowed.read(into: buffer) } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return Array(bytes[..<count])
  }

  /// Everything up to the end.
  package func readToEnd() throws(SystemError) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let piece = try read()
      if piece.isEmpty { return all }
      all += piece
    }
  }

  /// Writes all of it, waiting where the other end is slow.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    try FileDescriptor.duplicate(of: number).write(bytes)
  }
}
