internal import Platform
internal import Synchronization

/// Measures how long this machine keeps a program waiting that has something to do.
///
/// Other work on the machine delays everybody, the supervisors under test too; by as much a time that they measure may
/// differ from the truth.
final class StallMeter: Sendable {
  private struct State {
    /// When a wait ended too late, in seconds since the machine was started, and by how many seconds.
    var stalls: [(at: Double, seconds: Double)] = []
    var isOver = false
  }

  private static let interval = 0.01
  private static let worthNoting = 0.003
  private let state = Mutex(State())

  /// Begins to measure, on a thread of its own.
  func start() throws(SystemError) {
    try Thread.start(name: "stall-meter") { [self] in
      while !state.withLock({ $0.isOver }) {
        let due = SystemClock.monotonic().advanced(bySeconds: Self.interval)
        Pause.until(due)
        let late = SystemClock.monotonic().seconds(since: due)
        if late > Self.worthNoting { state.withLock { $0.stalls.append((Uptime.now(), late)) } }
      }
    }
  }

  func stop() { state.withLock { $0.isOver = true } }

  /// The longest stall since an instant of `Uptime`, in seconds.
  func longest(since start: Double) -> Double {
    state.withLock { state in
      state.stalls.reversed().prefix { $0.at >= start }.map(\.seconds).max() ?? 0
    }
  }
}
