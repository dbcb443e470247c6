internal import Platform

/// The lock that says that this process starts what schedules ask for, held to the end of the process.
final class LeaseHold: Sendable {
  private let lock: FileLock

  /// Waits until nobody else holds it.
  init(waitingFor path: String) throws(SystemError) { lock = try FileLock(waitingFor: path) }
}
