internal import JSONRPC
internal import Synchronization

/// The calls that answer only when they are cancelled.
final class WaitingCalls: Sendable {
  private let ids = Mutex<Set<RequestID>>([])

  func add(_ id: RequestID) { ids.withLock { _ = $0.insert(id) } }

  func contains(_ id: RequestID) -> Bool { ids.withLock { $0.contains(id) } }
}
