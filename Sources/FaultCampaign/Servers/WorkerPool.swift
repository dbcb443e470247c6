internal import Platform
internal import Synchronization

/// Threads that do the same work until there is none left.
enum WorkerPool {
  private final class Count: Sendable {
    let working = Mutex(0)
  }

  /// Runs `work` on several threads, and waits until each has returned.
  static func run(_ workers: Int, _ work: @escaping @Sendable () -> Void) throws(SystemError) {
    let count = Count()
    for _ in 0..<workers {
      count.working.withLock { $0 += 1 }
      try Thread.start(name: "campaign") {
        work()
        count.working.withLock { $0 -= 1 }
      }
    }
    while count.working.withLock({ $0 > 0 }) {
      Pause.until(SystemClock.monotonic().advanced(bySeconds: 0.02))
    }
  }

  /// Plays cases, several at once.
  ///
  /// - Parameter isTimeUp: whether those that were not begun are to be left out.
  /// - Returns: what all of them have counted.
  static func tally<Case: Sendable, Key: Figure>(
    _ cases: [Case], workers: Int, isTimeUp: @escaping @Sendable () -> Bool,
    _ play: @escaping @Sendable (Case) -> Tally<Key>
  ) throws(SystemError) -> Tally<Key> {
    let queue = Queue(cases, Tally<Key>())
    try run(workers) {
      while !isTimeUp(), let next = queue.take() { queue.add(play(next)) }
    }
    return queue.tally
  }

  private final class Queue<Case: Sendable, Key: Figure>: Sendable {
    private let state: Mutex<(rest: ArraySlice<Case>, tally: Tally<Key>)>

    init(_ cases: [Case], _ tally: Tally<Key>) { state = Mutex((cases[...], tally)) }

    var tally: Tally<Key> { state.withLock { $0.tally } }

    func take() -> Case? { state.withLock { $0.rest.popFirst() } }

    func add(_ tally: Tally<Key>) { state.withLock { $0.tally.merge(tally) } }
  }
}
