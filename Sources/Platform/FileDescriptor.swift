internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// An open file that is closed when its one owner goes.
///
/// Every descriptor is opened with close-on-exec, so that no program started later has it by accident.
package struct FileDescriptor: ~Copyable, Sendable {
  /// The number, for calls that borrow it while the owner lives.
  package let number: Int32

  /// Takes ownership of an open descriptor.
  package init(owning number: Int32) { self.number = number }

  deinit { close(number) }

  /// Gives the number away: the caller closes it.
  package consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// A second descriptor for the same open file.
  package func duplicate() throws(SystemError) -> FileDescriptor {
    try Self.duplicate(of: number)
  }

  /// A descriptor of one's own for a number that somebody else owns.
  package static func duplicate(of number: Int32) throws(SystemError) -> FileDescriptor {
    let copy = sb_duplicate_cloexec(number)
    guard copy >= 0 else { throw .last("dup") }
    return FileDescriptor(owning: copy)
  }

  /// How a file is opened.
  package enum Mode: Sendable {
    case reading
    /// A regular file, for reading, that is no symbolic link: `ELOOP` when it is one.
    case readingNoLink
    /// Made when it is not there, with mode 0600; every write goes to the end.
    case appending
    /// Made anew or emptied, with mode 0600.
    case replacing
    /// A file that must be there, for reads and writes at any place.
    case updating
    /// A FIFO from both sides, so that opening it does not wait and reading it never ends.
    case fifoOwner
    /// A FIFO that somebody reads; `ENXIO` when nobody does.
    case fifoWriter

    fileprivate var flags: Int32 {
      switch self {
      case .reading: O_RDONLY
      case .readingNoLink: O_RDONLY | O_NOFOLLOW
      case .appending: O_WRONLY | O_CREAT | O_APPEND
      case .replacing: O_WRONLY | O_CREAT | O_TRUNC
      case .updating: O_RDWR
      case .fifoOwner: O_RDWR | O_NONBLOCK
      case .fifoWriter: O_WRONLY | O_NONBLOCK
      }
    }
  }

  /// Opens a file.
  package static func open(_ path: String, _ mode: Mode) throws(SystemError) -> FileDescriptor {
    let number = sb_open(path, mode.flags, 0o600)
    guard number >= 0 else { throw .last("open", path) }
    return FileDescriptor(owning: number)
  }

  /// Reads what is there, at most as much as fits; waits when nothing is.
  ///
  /// 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(number, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(number, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(number, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw .last("read") }
    }
  }

  /// At most `limit` bytes from `offset`; fewer at the end of the file.
  package func read(at offset: Int64, limit: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      while filled < limit {
        let count = pread(
          number, buffer.baseAddress?.advanced(by: filled), limit - filled, off_t(offset) + off_t(filled))
        if count == 0 { return }
        if count > 0 {
          filled += count
        } else if errno != EINTR {
          failure = .last("pread")
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all of it.
  package func write(_ bytes: [UInt8]) throws(SystemError) { try write(bytes[...]) }

  /// Writes all of it, waiting where the other end is slow.
  package func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty { rest = rest.dropFirst(try writeOnce(rest)) }
  }

  /// Writes as much as goes now, to a descriptor that does not block.
  ///
  /// - Returns: how many bytes were written; 0 when nothing goes now.
  package func writeSome(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
    do throws(SystemError) {
      return try writeOnce(bytes)
    } catch {
      guard error.kind == .wouldBlock else { throw error }
      return 0
    }
  }

  private func writeOnce(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
    let result = bytes.withUnsafeBytes { buffer -> Result<Int, SystemError> in
      while true {
        #if canImport(Darwin)
          let count = Darwin.write(number, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          let count = Musl.write(number, buffer.baseAddress, buffer.count)
        #else
          let count = Glibc.write(number, buffer.baseAddress, buffer.count)
        #endif
        if count >= 0 { return .success(count) }
        if errno != EINTR { return .failure(.last("write")) }
      }
    }
    return try result.get()
  }

  /// Writes as much as goes without waiting: pipes and sockets of Linux 6.4 and later; elsewhere nothing.
  ///
  /// - Returns: how many bytes were written; 0 also on an error, which the next `write` will tell.
  package func writeWithoutWaiting(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { max(0, sb_write_now(number, $0.baseAddress, $0.count)) }
  }

  /// Waits until the file's data is on the medium.
  package func synchronize() throws(SystemError) {
    guard sb_sync(number) == 0 else { throw .last("fsync") }
  }

  /// Bytes in the file.
  package func size() throws(SystemError) -> Int64 {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last("fstat") }
    return Int64(status.st_size)
  }

  /// Where the next data at or behind `offset` begins: behind a hole of a sparse file, the size where only a
  /// hole follows, `offset` itself where the file system does not tell.
  package func nextData(from offset: Int64) throws(SystemError) -> Int64 {
    let found = sb_next_data(number, off_t(offset))
    if found >= 0 { return Int64(found) }
    return errno == ENXIO ? try size() : offset
  }

  /// Gives the space of a part of the file back; the file's size and all offsets stay what they were.
  ///
  /// What is read there afterwards is zero bytes, at its ends perhaps still what was there. It must be open for
  /// writing.
  ///
  /// - Throws: `SystemError` of kind `unsupported` where the system or the file system cannot do that.
  package func punchHole(_ range: Range<Int64>) throws(SystemError) {
    guard !range.isEmpty else { return }
    let length = off_t(range.upperBound - range.lowerBound)
    guard sb_punch_hole(number, off_t(range.lowerBound), length) == 0 else { throw .last("fallocate") }
  }

  /// Reads and writes that cannot go on fail with `wouldBlock` from now on.
  package func setNonBlocking() throws(SystemError) {
    guard sb_set_nonblocking(number) == 0 else { throw .last("fcntl") }
  }
}
