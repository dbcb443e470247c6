#if os(macOS)
  internal import Darwin

  /// Wakes a waiting thread from another: a pipe.
  package struct WakeEvent: ~Copyable, Sendable {
    private let pipe: Pipe

    package init() throws(SystemError) {
      let pipe = try Pipe()
      try pipe.reading.setNonBlocking()
      try pipe.writing.setNonBlocking()
      self.pipe = pipe
    }

    /// The descriptor to wait on.
    package var descriptor: Int32 { pipe.reading.number }

    /// Makes `descriptor` readable until `clear`.
    package func signal() {
      // Fails only when the pipe is full: then the wake-up is already there.
      try? pipe.writing.write([1])
    }

    /// Takes the wake-ups that have come.
    package func clear() {
      var buffer = [UInt8](repeating: 0, count: 512)
      _ = buffer.withUnsafeMutableBytes { try? pipe.reading.read(into: $0) }
    }
  }
#endif
