internal import Platform
internal import Synchronization

/// Looks at what may hang, such as a directory of a file server, for callers who wait only so long.
final class PatientLooks<Answer: Sendable>: Sendable {
  private struct State {
    var waiting: [Int: CheckedContinuation<Answer?, Never>] = [:]
    /// Those that have not come back, whether or not somebody still waits for them.
    var threads = 0
    var lastNumber = 0
  }

  /// Of the threads, as `top -H` shows it.
  private let name: StaticString
  /// Looks at a time; while so many hang, nothing is looked at.
  private let slots: Int
  /// Seconds after which a caller waits no more.
  private let patience: Double
  private let loop: EventLoop
  private let state = Mutex(State())

  /// - Parameter loop: that of the actor which looks.
  init(_ name: StaticString, slots: Int, patience: Double, loop: EventLoop) {
    self.name = name
    self.slots = slots
    self.patience = patience
    self.loop = loop
  }

  /// What `body` finds on a thread of its own; nil when that takes too long, or no more threads can be spared.
  ///
  /// To be called on the loop.
  func look(_ body: @escaping @Sendable () -> Answer) async -> Answer? {
    await withCheckedContinuation { continuation in
      guard let number = begin(continuation) else { return continuation.resume(returning: nil) }
      do throws(SystemError) {
        try Thread.start(name: name) { [self] in end(number, body()) }
      } catch {
        return end(number, nil)
      }
      _ = loop.schedule(at: SystemClock.monotonic().advanced(bySeconds: patience)) { [self] in giveUp(number)
      }
    }
  }

  private func begin(_ continuation: CheckedContinuation<Answer?, Never>) -> Int? {
    state.withLock { state in
      guard state.threads < slots else { return nil }
      state.threads += 1
      state.lastNumber += 1
      state.waiting[state.lastNumber] = continuation
      return state.lastNumber
    }
  }

  private func end(_ number: Int, _ answer: Answer?) {
    let waiting = state.withLock { state in
      state.threads -= 1
      return state.waiting.removeValue(forKey: number)
    }
    waiting?.resume(returning: answer)
  }

  /// Whoever still waits is answered; the thread may come back one day.
  private func giveUp(_ number: Int) {
    state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(returning: nil)
  }
}
