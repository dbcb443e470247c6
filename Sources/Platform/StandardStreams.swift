internal import CPlatform

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What file descriptors 0, 1 and 2 are for.
package enum StandardStreams {
  /// Moves standard output to a descriptor of its own and lets descriptor 1 lead to standard error, so
  /// that no stray print, of ours or of a library, can break the frames of a protocol.
  package static func claimOutput() throws(SystemError) -> FileDescriptor {
    let output = try FileDescriptor.duplicate(of: STDOUT_FILENO)
    guard dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { throw .last("dup2") }
    return output
  }

  /// A descriptor of one's own for standard input; descriptor 0 leads to /dev/null from then on.
  package static func claimInput() throws(SystemError) -> FileDescriptor {
    let input = try FileDescriptor.duplicate(of: STDIN_FILENO)
    let null = try FileDescriptor.open("/dev/null", .reading)
    guard dup2(null.number, STDIN_FILENO) >= 0 else { throw .last("dup2") }
    return input
  }

  /// Opens /dev/null for each of 0, 1 and 2 that is closed: a file opened later must not become one of them.
  package static func ensureOpen() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Writes a line to standard error if there is room for it: a host may never read there, and nothing of
  /// ours may wait for that.
  package static func complain(_ line: String) {
    var state = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    // A pipe that polls as writable takes PIPE_BUF bytes (at least 512, 4096 on Linux) without waiting.
    guard poll(&state, 1, 0) > 0 else { return }
    let bytes = Array("\(line)\n".utf8.prefix(4096))
    _ = try? FileDescriptor.duplicate(of: STDERR_FILENO).write(bytes)
  }

  /// Writes text to standard output.
  package static func write(_ text: String) throws(SystemError) {
    try FileDescriptor.duplicate(of: STDOUT_FILENO).write(Array(text.utf8))
  }
}
