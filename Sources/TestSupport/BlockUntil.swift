internal import Platform

/// Waits until `condition` holds, looking again every few milliseconds: `eventually` for tests that block their thread,
/// such as those that talk with a server through pipes.
///
/// The limit is generous, since it matters only to a test that fails anyway.
///
/// - Throws: `TimeLimitExceeded` that says what was waited for, and where.
package func blockUntil(
  _ what: String, within seconds: Double = 60, file: StaticString = #fileID, line: Int = #line,
  _ condition: () throws -> Bool
) throws {
  let deadline = SystemClock.monotonic().advanced(bySeconds: seconds)
  while try !condition() {
    guard SystemClock.monotonic() < deadline else {
      throw TimeLimitExceeded(description: "\(file):\(line): after \(seconds) s still not: \(what)")
    }
    _ = try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: 0.01))
  }
}
