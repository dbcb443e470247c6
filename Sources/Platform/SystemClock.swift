#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A point on a clock that never goes back and that nobody sets; it has no meaning outside this boot.
package struct MonotonicInstant: Hashable, Comparable, Sendable {
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  package static func < (left: MonotonicInstant, right: MonotonicInstant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// The instant so many seconds later; at most about 292 years.
  package func advanced(bySeconds seconds: Double) -> MonotonicInstant {
    let delta = Int64(exactly: (seconds * 1e9).rounded()) ?? Int64.max / 2
    let (sum, overflows) = nanoseconds.addingReportingOverflow(delta)
    return MonotonicInstant(nanoseconds: overflows ? .max : sum)
  }

  /// Seconds from another instant to this one.
  package func seconds(since other: MonotonicInstant) -> Double {
    Double(nanoseconds - other.nanoseconds) / 1e9
  }
}

/// The clocks of the system.
package enum SystemClock {
  /// Wall-clock time in nanoseconds since 1970-01-01T00:00:00Z.
  package static func wallNanoseconds() -> Int64 { read(CLOCK_REALTIME) }

  /// The monotonic clock.
  package static func monotonic() -> MonotonicInstant {
    MonotonicInstant(nanoseconds: read(CLOCK_MONOTONIC))
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
