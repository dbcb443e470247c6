package import Platform

/// Looks into a database: nil when all is well, else what is wrong with it.
package typealias DatabaseCheck = @Sendable (_ path: String) -> String?

/// What every part of the campaign works with.
package struct CampaignTools: Sendable {
  /// The program under test.
  package let server: String
  /// `libFaultInjection.so`; nil where there is none: not on Linux, or not built.
  package let faultLibrary: String?
  package let databaseCheck: DatabaseCheck
  package let seed: UInt64
  package let precision: Precision
  /// Whether the home of a round or case in which something was wrong is kept to be looked at.
  package let keepsHomes: Bool
  /// Rounds and cases that were not begun by then are left out.
  package let deadline: MonotonicInstant

  /// - Parameter seconds: how long the campaign may take.
  package init(
    server: String, faultLibrary: String?, seed: UInt64, seconds: Double, precision: Precision = .measuring,
    keepsHomes: Bool = true,
    databaseCheck: @escaping DatabaseCheck
  ) {
    self.server = server
    self.faultLibrary = faultLibrary
    self.seed = seed
    self.precision = precision
    self.keepsHomes = keepsHomes
    self.databaseCheck = databaseCheck
    deadline = SystemClock.monotonic().advanced(bySeconds: seconds)
  }

  /// Whether the time is up.
  package var isTimeUp: Bool { SystemClock.monotonic() >= deadline }
}
