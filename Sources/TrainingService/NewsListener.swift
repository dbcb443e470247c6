internal import Platform

/// Hears of changes, for as long as somebody holds it.
package final class NewsListener: Sendable {
  private let registry: RunRegistry
  private let number: UInt64

  init(_ registry: RunRegistry, number: UInt64) {
    self.registry = registry
    self.number = number
  }

  /// Waits until something has changed since it was told last; at most twice in a second for one topic.
  ///
  /// - Throws: `CancellationError` when the waiting task was cancelled.
  package func next() async throws -> Set<NewsTopic> { try await registry.nextNews(for: number) }

  deinit {
    let (registry, number) = (registry, number)
    Task(executorPreference: registry.loop) { await registry.endListening(number) }
  }
}
