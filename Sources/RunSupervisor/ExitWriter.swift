internal import Platform
internal import RunStore
internal import TrainingModel

/// Puts the exit record where it will be found.
enum ExitWriter {
  /// Tries for some seconds: a full disk may get room again, and without the record the run is lost.
  ///
  /// - Returns: whether it is there.
  static func write(_ record: ExitRecord, to directory: RunDirectory) -> Bool {
    // A record without the rest is better than none.
    try? directory.settle()
    for attempt in 1...20 {
      do throws(SystemError) {
        try directory.write(record)
        return true
      } catch {
        let pause = SystemClock.monotonic().advanced(bySeconds: 0.05 * Double(attempt))
        _ = try? Poll.readable([], until: pause)  // nothing to wait for but time
      }
    }
    return false
  }
}
