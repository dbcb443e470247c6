internal import Platform
internal import Synchronization

/// The threads on which tests run that block, such as those that talk with a server through pipes.
///
/// Swift's own pool has a thread for each processor: on two processors two tests that wait for a process would hold up
/// all others.
package final class BlockingThreads: Sendable {
  /// More than there are processors, since most of a test's time is spent waiting for another process.
  package static let shared = BlockingThreads(count: 8)

  private struct State {
    var idle: [EventLoop] = []
    var missing: Int
    var waiting: [CheckedContinuation<EventLoop?, Never>] = []
  }

  private let state: Mutex<State>

  private init(count: Int) { state = Mutex(State(missing: count)) }

  /// Runs `body` on a thread that nobody else has meanwhile; waits until one is free.
  package func run(_ body: @Sendable @concurrent () async throws -> Void) async throws {
    let loop = try await take()
    defer { giveBack(loop) }
    try await withTaskExecutorPreference(loop) { try await body() }
  }

  private func take() async throws -> EventLoop {
    let idle = await withCheckedContinuation { continuation in
      let (mayGo, idle) = state.withLock { state -> (Bool, EventLoop?) in
        if let idle = state.idle.popLast() { return (true, idle) }
        if state.missing > 0 {
          state.missing -= 1
          return (true, nil)
        }
        state.waiting.append(continuation)
        return (false, nil)
      }
      if mayGo { continuation.resume(returning: idle) }
    }
    if let idle { return idle }
    let loop = try EventLoop()
    try Thread.start(name: "test") { loop.run() }
    return loop
  }

  private func giveBack(_ loop: EventLoop) {
    let next = state.withLock { state -> CheckedContinuation<EventLoop?, Never>? in
      if !state.waiting.isEmpty { return state.waiting.removeFirst() }
      state.idle.append(loop)
      return nil
    }
    next?.resume(returning: loop)
  }
}
