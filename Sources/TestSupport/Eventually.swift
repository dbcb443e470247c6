internal import Platform

/// What `eventually` waited for did not come.
package struct TimeLimitExceeded: Error, CustomStringConvertible {
  package let description: String
}

/// Waits until `condition` holds, looking again every few milliseconds.
///
/// The limit is generous, since it matters only to a test that fails anyway.
///
/// - Throws: `TimeLimitExceeded` that says what was waited for.
package func eventually(
  _ what: String, within seconds: Double = 60, _ condition: () async throws -> Bool
) async throws {
  let deadline = SystemClock.monotonic().advanced(bySeconds: seconds)
  while try await !condition() {
    guard SystemClock.monotonic() < deadline else {
      throw TimeLimitExceeded(description: "after \(seconds) s still not: \(what)")
    }
    try await Task.sleep(for: .milliseconds(2))
  }
}
