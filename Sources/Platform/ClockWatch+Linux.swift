#if os(Linux)
  internal import CPlatform

  /// Tells when somebody sets the wall clock, and when the machine wakes from sleep: timerfd_create(2) with
  /// TFD_TIMER_CANCEL_ON_SET.
  package struct ClockWatch: ~Copyable, Sendable {
    private let timer: FileDescriptor

    /// - Returns: nil where the system cannot tell.
    package init?() {
      let number = sb_clock_watch()
      guard number >= 0 else { return nil }
      timer = FileDescriptor(owning: number)
    }

    /// Can be read once the clock was set.
    package var descriptor: Int32 { timer.number }

    /// Takes the news, and waits for the next.
    package func take() { sb_clock_watch_again(timer.number) }
  }
#endif
