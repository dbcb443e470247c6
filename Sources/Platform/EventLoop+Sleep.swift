internal import Synchronization

extension EventLoop {
  /// Returns after so many seconds; to be called on the loop's thread, by a task that runs on it.
  ///
  /// - Throws: `CancellationError` at once when the task is cancelled.
  package func sleep(seconds: Double) async throws {
    let sleeper = Sleeper()
    let timer = schedule(at: SystemClock.monotonic().advanced(bySeconds: seconds)) { sleeper.wake() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { sleeper.sleep($0) }
    } onCancel: {
      sleeper.wake()
    }
    cancel(timer)
    try Task.checkCancellation()
  }

  /// Who sleeps, and is woken once, also when that comes first.
  private final class Sleeper: Sendable {
    private enum State {
      case awake, asleep(CheckedContinuation<Void, Never>), woken
    }

    private let state = Mutex(State.awake)

    func sleep(_ continuation: CheckedContinuation<Void, Never>) {
      let wasWoken = state.withLock { state in
        if case .woken = state { return true }
        state = .asleep(continuation)
        return false
      }
      if wasWoken { continuation.resume() }
    }

    func wake() {
      let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
        defer { state = .woken }
        if case .asleep(let continuation) = state { return continuation }
        return nil
      }
      continuation?.resume()
    }
  }
}
