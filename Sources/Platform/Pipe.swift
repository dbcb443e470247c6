internal import CPlatform

/// Two ends of a pipe; neither is inherited by a program that is not handed it.
package struct Pipe: ~Copyable, Sendable {
  package let reading: FileDescriptor
  package let writing: FileDescriptor

  package init() throws(SystemError) {
    var numbers: [Int32] = [-1, -1]
    guard sb_pipe_cloexec(&numbers) == 0 else { throw .last("pipe") }
    reading = FileDescriptor(owning: numbers[0])
    writing = FileDescriptor(owning: numbers[1])
  }

  /// Lets the pipe hold so many bytes and no more, or as few as the system allows: a page, on Linux.
  ///
  /// - Throws: `SystemError` of kind `unsupported` where the system cannot do that (macOS).
  package func setCapacity(_ bytes: Int32) throws(SystemError) {
    guard sb_set_pipe_capacity(writing.number, bytes) == 0 else { throw .last("fcntl") }
  }

  /// The end to read from; the other one is closed.
  consuming func closingWriter() -> FileDescriptor { reading }
}
