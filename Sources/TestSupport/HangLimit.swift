package import Platform

extension MonotonicInstant {
  /// When a test gives up: a minute from now.
  ///
  /// For what hangs alone; how long something takes is measured by benchmarks.
  package static var hangLimit: MonotonicInstant { SystemClock.monotonic().advanced(bySeconds: 60) }
}
