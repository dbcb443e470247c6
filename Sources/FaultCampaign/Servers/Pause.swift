internal import Platform

/// Waiting for a moment, and for what nobody tells of.
enum Pause {
  /// Waits until an instant.
  static func until(_ instant: MonotonicInstant) {
    while SystemClock.monotonic() < instant {
      // Only the passing of time is wanted; a signal that ends it early does no harm.
      _ = try? Poll.readable([], until: instant)
    }
  }

  /// Looks every few milliseconds until `condition` holds.
  ///
  /// - Returns: whether it came to hold by the deadline.
  static func until(_ deadline: MonotonicInstant, _ condition: () -> Bool) -> Bool {
    while !condition() {
      let now = SystemClock.monotonic()
      guard now < deadline else { return false }
      until(min(deadline, now.advanced(bySeconds: 0.005)))
    }
    return true
  }
}
