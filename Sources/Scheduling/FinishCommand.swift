/// A command that is run when a run of a schedule has ended for good.
package struct FinishCommand: Hashable, Sendable {
  /// Seconds that one may give it.
  package static let timeoutRange = 1...3_600

  /// argv; not empty.
  package var command: [String]
  /// Seconds after which it is stopped.
  package var timeout: Int

  package init(command: [String], timeout: Int = 60) {
    self.command = command
    self.timeout = timeout
  }
}
