#if os(macOS)
  /// Tells when somebody sets the wall clock; nothing here does, so whoever wants to know looks now and then.
  package struct ClockWatch: ~Copyable, Sendable {
    /// - Returns: nil where the system cannot tell.
    package init?() { return nil }

    /// Can be read once the clock was set.
    package var descriptor: Int32 { -1 }

    /// Takes the news, and waits for the next.
    package func take() {}
  }
#endif
