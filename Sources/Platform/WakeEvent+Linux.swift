#if os(Linux)
  internal import CPlatform

  /// Wakes a waiting thread from another: eventfd(2).
  package struct WakeEvent: ~Copyable, Sendable {
    private let event: FileDescriptor

    package init() throws(SystemError) {
      let number = sb_eventfd()
      guard number >= 0 else { throw .last("eventfd") }
      event = FileDescriptor(owning: number)
    }

    /// The descriptor to wait on.
    package var descriptor: Int32 { event.number }

    /// Makes `descriptor` readable until `clear`.
    package func signal() {
      // Fails only when the counter is full: then the wake-up is already there.
      try? event.write([1, 0, 0, 0, 0, 0, 0, 0])
    }

    /// Takes the wake-ups that have come.
    package func clear() {
      var counter: UInt64 = 0
      _ = withUnsafeMutableBytes(of: &counter) { try? event.read(into: $0) }
    }
  }
#endif
