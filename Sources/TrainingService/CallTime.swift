internal import Platform

/// How long a call has taken, by the clock that never goes back.
package struct CallTime: Sendable {
  private let start = SystemClock.monotonic()

  /// Begins now.
  package init() {}

  /// Seconds since then.
  package var elapsed: Double { SystemClock.monotonic().seconds(since: start) }
}
