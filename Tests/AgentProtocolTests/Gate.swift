import Synchronization

/// Holds calls back until the test lets them go on, or until they are cancelled.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var lastNumber = 0
    var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
  }

  private let state = Mutex(State())

  /// How many wait.
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// - Parameter isStubborn: whether the caller waits on although it is cancelled.
  /// - Throws: `CancellationError`.
  func pass(isStubborn: Bool = false) async throws {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isOpen = state.withLock { state in
          let mayPass = state.isOpen || (Task.isCancelled && !isStubborn)
          if !mayPass { state.waiting[number] = continuation }
          return mayPass
        }
        if isOpen { continuation.resume() }
      }
    } onCancel: {
      guard !isStubborn else { return }
      state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(throwing: CancellationError())
    }
  }

  /// Lets everybody pass, now and later.
  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [:] }
      return state.waiting.sorted { $0.key < $1.key }
    }
    waiting.forEach { $0.value.resume() }
  }
}
