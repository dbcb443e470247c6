internal import Platform
internal import TranscriptReplay

/// A client's ends of the pipes to and from a server; nothing that is done with them waits.
///
/// For one thread.
final class ServerPipes {
  /// What can be done now.
  struct Readiness {
    var reading = false
    var writing = false
  }

  private var input: FileDescriptor?
  private var output: FileDescriptor?
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Takes over both.
  ///
  /// - Parameters:
  ///   - input: where the server reads.
  ///   - output: where it writes.
  init(input: consuming FileDescriptor, output: consuming FileDescriptor) throws(SystemError) {
    try input.setNonBlocking()
    self.input = consume input
    self.output = consume output
  }

  /// Waits until something can be done, at most until `deadline`.
  ///
  /// - Returns: true of what can be done, or fails at once.
  func ready(
    reading: Bool, writing: Bool, until deadline: MonotonicInstant
  ) throws(SystemError) -> Readiness {
    var interests: [Poll.Interest] = []
    if reading, let number = output?.number { interests.append(.reading(number)) }
    if writing, let number = input?.number { interests.append(.writing(number)) }
    var readiness = Readiness()
    for index in try Poll.ready(interests, until: deadline) {
      switch interests[index] {
      case .reading: readiness.reading = true
      case .writing: readiness.writing = true
      case .hangUp: break
      }
    }
    return readiness
  }

  /// Writes as much as goes.
  ///
  /// - Returns: how many bytes went.
  /// - Throws: `ServerError.ended` when the server reads no more.
  func write(_ bytes: ArraySlice<UInt8>) throws(ServerError) -> Int {
    guard let number = input?.number else { throw .ended }
    do {
      return try FileDescriptor.duplicate(of: number).writeSome(bytes)
    } catch {
      // Whatever the reason: nobody reads there any more.
      throw .ended
    }
  }

  /// Reads what is there; waits when nothing is.
  ///
  /// - Returns: none at the end.
  func read(atMost limit: Int) throws(SystemError) -> ArraySlice<UInt8> {
    guard let number = output?.number else { return [] }
    let output = try FileDescriptor.duplicate(of: number)
    let limit = min(limit, chunk.count)
    var result = Result<Int, SystemError>.success(0)
    chunk.withUnsafeMutableBytes { buffer in
      result = Result { () throws(SystemError) in
        try output.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<limit]))
      }
    }
    return chunk[..<(try result.get())]
  }

  func closeInput() { input = nil }

  func closeOutput() { output = nil }
}
