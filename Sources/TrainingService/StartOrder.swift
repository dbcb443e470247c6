internal import Platform
internal import Scheduling
internal import Synchronization
internal import TrainingModel

/// A run of a schedule that has appeared and whose supervisor is to be started, with its lock.
///
/// Whoever lets it go without starting anything leaves an orphan, which the next look adopts.
final class StartOrder: Sendable {
  let specification: RunSpecification
  /// Variables set over those of this process.
  let environment: [String: String]
  private let lock: Mutex<FileLock?>

  init(_ specification: RunSpecification, environment: [String: String], lock: consuming FileLock) {
    self.specification = specification
    self.environment = environment
    self.lock = Mutex(lock)
  }

  /// The lock; nil the second time.
  func takeLock() -> FileLock? { lock.withLock { $0.take() } }
}
