#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Waiting for a few descriptors in a process that has no event loop.
package enum Poll {
  /// What a descriptor is waited for.
  package enum Interest: Sendable {
    /// Until it can be read, or its other end is closed.
    case reading(Int32)
    /// Until it can be written, or its other end is closed.
    case writing(Int32)
    /// Until its other end is closed, whether or not something is left to read.
    case hangUp(Int32)

    fileprivate var entry: pollfd {
      switch self {
      case .reading(let number): pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      case .writing(let number): pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
      case .hangUp(let number): pollfd(fd: number, events: 0, revents: 0)
      }
    }
  }

  /// Waits until one of `descriptors` can be read or its other end is closed.
  ///
  /// - Parameter deadline: when to return anyway; nil waits for ever.
  /// - Returns: the indices of those that are ready; none at the deadline or after a signal.
  package static func readable(
    _ descriptors: [Int32], until deadline: MonotonicInstant?
  ) throws(SystemError) -> [Int] {
    try ready(descriptors.map(Interest.reading), until: deadline)
  }

  /// Waits until one of `interests` is met.
  ///
  /// - Parameter deadline: when to return anyway; nil waits for ever.
  /// - Returns: the indices of those that are met; none at the deadline or after a signal.
  package static func ready(
    _ interests: [Interest], until deadline: MonotonicInstant?
  ) throws(SystemError) -> [Int] {
    var entries = interests.map(\.entry)
    let timeout = deadline.map { Self.milliseconds(until: $0) } ?? -1
    guard poll(&entries, nfds_t(entries.count), timeout) >= 0 || errno == EINTR else { throw .last("poll") }
    return entries.indices.filter { entries[$0].revents != 0 }
  }

  /// Whole milliseconds, rounded up so that nothing wakes before its time; at most a day.
  static func milliseconds(until deadline: MonotonicInstant) -> Int32 {
    let seconds = deadline.seconds(since: SystemClock.monotonic())
    return Int32((min(max(seconds, 0), 86_400) * 1_000).rounded(.up))
  }
}
