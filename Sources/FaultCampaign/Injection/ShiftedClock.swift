package import Platform

/// The wall clock of the programs under test, which can be made to jump while they run.
package struct ShiftedClock: Sendable {
  /// For `FaultPlan.clock`.
  package let path: String

  /// A clock that goes right, kept in a file.
  package init(path: String) throws(SystemError) {
    self.path = path
    try set(toSeconds: 0)
  }

  /// Lets the clock jump.
  ///
  /// - Parameter seconds: how much later than the real one it is from now on; negative: earlier.
  package func set(toSeconds seconds: Int64) throws(SystemError) {
    let nanoseconds = UInt64(bitPattern: seconds * 1_000_000_000)
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: nanoseconds >> (8 * UInt64($0))) }
    try FileSystem.replace(path, with: bytes, durable: false)
  }
}
