import Synchronization

/// One thread that runs jobs, timers and descriptor handlers, and sleeps in the system between them.
///
/// It is the executor of the actors that own runs: everything they do happens on this thread, in the order
/// in which it was asked for. Nothing wakes it but work: no timer ticks.
package final class EventLoop: SerialExecutor, TaskExecutor {
  private struct Shared {
    var jobs: [UnownedJob] = []
    var isAsleep = false
    var isStopped = false
  }

  private let shared = Mutex(Shared())
  private let poller: Poller
  private let wake: WakeEvent
  private let thread = Atomic<UInt>(0)
  private let local = LoopLocal()

  package init() throws(SystemError) {
    poller = try Poller()
    wake = try WakeEvent()
    try poller.add(wake.descriptor, token: 0)
  }

  // MARK: Running

  /// Runs until `stop`, on the calling thread, which becomes the loop's for good.
  package func run() {
    thread.store(Thread.currentID, ordering: .releasing)
    while true {
      let (jobs, isStopped) = shared.withLock { state in
        defer { state.jobs = [] }
        return (state.jobs, state.isStopped)
      }
      for job in jobs {
        job.runSynchronously(
          isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
      }
      if isStopped { return }
      runDueTimers()
      waitForEvents()
    }
  }

  /// Lets `run` return after the jobs that were enqueued before.
  package func stop() {
    shared.withLock { $0.isStopped = true }
    wake.signal()
  }

  private func waitForEvents() {
    let mayNotSleep = shared.withLock { state in
      state.isAsleep = state.jobs.isEmpty && !state.isStopped
      return !state.isAsleep
    }
    let ready = poller.wait(until: mayNotSleep ? MonotonicInstant(nanoseconds: 0) : local.nextDeadline())
    shared.withLock { $0.isAsleep = false }
    for token in ready {
      if token == 0 { wake.clear() } else { local.handler(of: token)?() }
    }
  }

  private func runDueTimers() {
    // One look at the clock: what an action schedules for at once comes after the next look at everything
    // else.
    let now = SystemClock.monotonic()
    while let action = local.takeDueTimer(at: now) { action() }
  }

  // MARK: Executor

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let mustWake = shared.withLock { state in
      state.jobs.append(job)
      return state.isAsleep
    }
    if mustWake { wake.signal() }
  }

  package func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  package func asUnownedTaskExecutor() -> UnownedTaskExecutor { UnownedTaskExecutor(ordinary: self) }

  /// For `assumeIsolated` in handlers and timers, which are no jobs but run on the thread all the same.
  package func checkIsolated() {
    let owner = thread.load(ordering: .acquiring)
    // Before `run`, whoever made the loop sets it up.
    precondition(owner == 0 || owner == Thread.currentID, "not on the thread of the event loop")
  }

  // MARK: Descriptors and timers; all on the loop's thread

  /// Names a watched descriptor.
  package struct WatchToken: Hashable, Sendable {
    fileprivate let number: UInt64
  }

  /// Calls `handler` whenever `descriptor` can be read or its other end is closed, until `unwatch`.
  package func watch(
    _ descriptor: Int32, handler: @escaping @Sendable () -> Void
  ) throws(SystemError) -> WatchToken {
    checkIsolated()
    let number = local.add(handler: handler)
    do throws(SystemError) { try poller.add(descriptor, token: number) } catch {
      local.remove(handler: number)
      throw error
    }
    return WatchToken(number: number)
  }

  /// Ends a watch.
  ///
  /// To be called before the descriptor is closed.
  package func unwatch(_ token: WatchToken, descriptor: Int32) {
    checkIsolated()
    local.remove(handler: token.number)
    poller.remove(descriptor)
  }

  /// Calls `action` once at `deadline` or soon after.
  package func schedule(
    at deadline: MonotonicInstant, action: @escaping @Sendable () -> Void
  ) -> EventTimer {
    checkIsolated()
    return local.add(timerAt: deadline, action: action)
  }

  /// Takes a timer back; one that has fired is no error.
  package func cancel(_ timer: EventTimer) {
    checkIsolated()
    local.remove(timer)
  }
}
