internal import JSONRPC
internal import Synchronization

/// The calls that are being worked on: each leaves the table exactly once, and only who takes it out replies.
final class CallTable: Sendable {
  private struct State {
    var calls: [RequestID: Call] = [:]
    var drained: [CheckedContinuation<Void, Never>] = []
  }

  private struct Call {
    var task: Task<Void, Never>?
    let progress: ProgressReporter?
  }

  /// How many may be worked on at once; a client that asks for more is told so.
  static let capacity = 10_000

  /// What `add` answers.
  enum Addition {
    case added, duplicate, full
  }

  private let state = Mutex(State())

  /// Enters a call.
  func add(_ id: RequestID, progress: ProgressReporter?) -> Addition {
    state.withLock { state in
      guard state.calls[id] == nil else { return .duplicate }
      guard state.calls.count < Self.capacity else { return .full }
      state.calls[id] = Call(task: nil, progress: progress)
      return .added
    }
  }

  /// Notes the task of a call, unless that has ended already.
  func attach(_ task: Task<Void, Never>, to id: RequestID) {
    state.withLock { $0.calls[id]?.task = task }
  }

  /// Takes a call out; false when it was cancelled before, and then nobody replies.
  func complete(_ id: RequestID) -> Bool {
    let (call, drained) = take(id)
    call?.progress?.end()
    drained.forEach { $0.resume() }
    return call != nil
  }

  /// Takes a call out and tells its task; without effect when there is none.
  func cancel(_ id: RequestID) {
    let (call, drained) = take(id)
    call?.progress?.end()
    call?.task?.cancel()
    drained.forEach { $0.resume() }
  }

  private func take(_ id: RequestID) -> (Call?, [CheckedContinuation<Void, Never>]) {
    state.withLock { state in
      let call = state.calls.removeValue(forKey: id)
      guard state.calls.isEmpty else { return (call, []) }
      defer { state.drained = [] }
      return (call, state.drained)
    }
  }

  /// Returns when no call is left, or when the waiting task is cancelled.
  func drain() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isEmpty = state.withLock { state in
          if !state.calls.isEmpty, !Task.isCancelled { state.drained.append(continuation) }
          return state.calls.isEmpty || Task.isCancelled
        }
        if isEmpty { continuation.resume() }
      }
    } onCancel: {
      let drained = state.withLock { state in
        defer { state.drained = [] }
        return state.drained
      }
      drained.forEach { $0.resume() }
    }
  }
}
