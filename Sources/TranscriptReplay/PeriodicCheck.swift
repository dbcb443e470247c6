internal import Platform

/// Waiting for what the system does not tell anybody of: the end of a process that is no child, or not yet.
enum PeriodicCheck {
  /// Looks every few milliseconds until `condition` holds.
  ///
  /// - Returns: whether it came to hold by the deadline.
  static func holds(until deadline: MonotonicInstant, _ condition: () -> Bool) -> Bool {
    while !condition() {
      let now = SystemClock.monotonic()
      guard now < deadline else { return false }
      // Only the passing of time is wanted; a signal that ends it early does no harm.
      _ = try? Poll.readable([], until: now.advanced(bySeconds: 0.003))
    }
    return true
  }
}
