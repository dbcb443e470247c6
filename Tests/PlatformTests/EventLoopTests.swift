import Platform
import Synchronization
import TestSupport
import Testing

/// One thread, everything in its order, and nothing before its time.
@Suite(.timeLimit(.minutes(10))) struct EventLoopTests {
  /// An actor that lives on a loop, as the owner of runs does.
  private actor Resident {
    private let loop: EventLoop
    private(set) var notes: [String] = []

    init(_ loop: EventLoop) { self.loop = loop }

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    func note(_ text: String) { notes.append(text) }

    func perform<Result: Sendable>(_ body: @Sendable (EventLoop) throws -> Result) rethrows -> Result {
      try body(loop)
    }

    /// Notes from a handler, which is no job of the actor and runs on its thread all the same.
    nonisolated func noteFromHandler(_ text: String) { assumeIsolated { $0.notes.append(text) } }
  }

  private static func withLoop(_ body: (Resident, EventLoop) async throws -> Void) async throws {
    let loop = try EventLoop()
    try Thread.start(name: "loop") { loop.run() }
    defer { loop.stop() }
    try await body(Resident(loop), loop)
  }

  @Test func jobsRunInTheOrderOfTheirComing() async throws {
    try await Self.withLoop { resident, loop in
      let order = Recorder<Int>()
      // While it is held, jobs gather.
      await resident.perform { loop in
        for number in 0..<200 { Task(executorPreference: loop) { order.record(number) } }
      }
      try await eventually("all have run") { order.count == 200 }
      #expect(order.all == Array(0..<200))
    }
  }

  @Test func manyThreadsWakeItAndNothingIsLost() async throws {
    try await Self.withLoop { resident, _ in
      await withTaskGroup { group in
        for thread in 0..<8 {
          group.addTask { for number in 0..<250 { await resident.note("\(thread) \(number)") } }
        }
      }
      let notes = await resident.notes
      #expect(notes.count == 2000)
      for thread in 0..<8 {
        #expect(notes.filter { $0.hasPrefix("\(thread) ") } == (0..<250).map { "\(thread) \($0)" })
      }
    }
  }

  @Test func timersFireInOrderAndNotBeforeTheirTime() async throws {
    try await Self.withLoop { resident, _ in
      let fired = Recorder<(Int, MonotonicInstant)>()
      let start = SystemClock.monotonic()
      let delays = [0.03, 0.01, 0.02, 0.01, 0, -5, 0.03]
      await resident.perform { loop in
        for (number, delay) in delays.enumerated() {
          _ = loop.schedule(at: start.advanced(bySeconds: delay)) {
            fired.record((number, SystemClock.monotonic()))
          }
        }
      }
      try await eventually("all have fired") { fired.count == delays.count }
      #expect(fired.all.map(\.0) == [5, 4, 1, 3, 2, 0, 6])
      for (number, time) in fired.all { #expect(time.seconds(since: start) >= delays[number]) }
    }
  }

  @Test func aTimerThatWasTakenBackDoesNotFire() async throws {
    try await Self.withLoop { resident, _ in
      let fired = Recorder<String>()
      await resident.perform { loop in
        let now = SystemClock.monotonic()
        let first = loop.schedule(at: now.advanced(bySeconds: 0.005)) { fired.record("taken back") }
        let second = loop.schedule(at: now.advanced(bySeconds: 0.01)) { fired.record("second") }
        _ = loop.schedule(at: now.advanced(bySeconds: 0.01)) { fired.record("third") }
        _ = loop.schedule(at: now.advanced(bySeconds: 0.015)) {
          // Fired before: no error.
          loop.cancel(second)
          fired.record("last")
        }
        loop.cancel(first)
        loop.cancel(first)
      }
      try await eventually("the last has fired") { fired.all.last == "last" }
      #expect(fired.all == ["second", "third", "last"])
    }
  }

  @Test func aNearerTimerWakesASleeperWithAFarOne() async throws {
    try await Self.withLoop { resident, _ in
      let fired = Recorder<Int>()
      await resident.perform { loop in
        _ = loop.schedule(at: SystemClock.monotonic().advanced(bySeconds: 1000)) { fired.record(1000) }
      }
      await resident.perform { loop in
        _ = loop.schedule(at: SystemClock.monotonic().advanced(bySeconds: 0.001)) { fired.record(1) }
      }
      try await eventually("the near one has fired") { fired.count == 1 }
      #expect(fired.all == [1])
    }
  }

  @Test func handlersRunOnTheThreadOfTheActor() async throws {
    try await Self.withLoop { resident, _ in
      let pipe = try Pipe()
      let reading = OpenFile(try pipe.reading.duplicate())
      let token = try await resident.perform { loop in
        try loop.watch(reading.number) {
          let text = (try? reading.read()).map { String(decoding: $0, as: UTF8.self) }  // nil shows below
          resident.noteFromHandler(text ?? "unreadable")
        }
      }
      try pipe.writing.write(Array("one".utf8))
      try await eventually("the first is seen") { await resident.notes == ["one"] }
      try pipe.writing.write(Array("two".utf8))
      try await eventually("the second is seen") { await resident.notes == ["one", "two"] }
      await resident.perform { $0.unwatch(token, descriptor: reading.number) }
      try pipe.writing.write(Array("three".utf8))
      // Round trips through the loop: what was ready has been looked at.
      for _ in 0..<20 { await resident.note("x") }
      #expect(await !resident.notes.contains("three"))
      #expect(try reading.read() == Array("three".utf8))
    }
  }

  @Test func theEndOfAPipeIsReadiness() async throws {
    try await Self.withLoop { resident, _ in
      let pipe = try Pipe()
      let reading = OpenFile(try pipe.reading.duplicate())
      let token = Mutex<EventLoop.WatchToken?>(nil)
      try await resident.perform { loop in
        let made = try loop.watch(reading.number) {
          resident.noteFromHandler("ended")
          if let made = token.withLock({ $0 }) { loop.unwatch(made, descriptor: reading.number) }
        }
        token.withLock { $0 = made }
      }
      _ = consume pipe
      try await eventually("the end is seen") { await resident.notes == ["ended"] }
    }
  }

  @Test func aDescriptorThatCannotBeWatchedIsAnError() async throws {
    try await Self.withLoop { resident, _ in
      let error = await #expect(throws: SystemError.self) {
        try await resident.perform { loop in _ = try loop.watch(999_999) {} }
      }
      #expect(error?.code == 9)
    }
  }

  @Test func itReturnsWhenItIsStopped() async throws {
    let loop = try EventLoop()
    let returned = Recorder<Bool>()
    try Thread.start(name: "loop") {
      loop.run()
      returned.record(true)
    }
    let resident = Resident(loop)
    await resident.note("still running")
    #expect(returned.count == 0)
    loop.stop()
    try await eventually("it has returned") { returned.count == 1 }
  }

  // MARK: Sleeping tasks

  @Test func aTaskSleepsAsLongAsItSays() async throws {
    try await Self.withLoop { _, loop in
      let start = SystemClock.monotonic()
      try await Task(executorPreference: loop) { try await loop.sleep(seconds: 0.05) }.value
      #expect(SystemClock.monotonic().seconds(since: start) >= 0.05)
    }
  }

  @Test func aTaskThatIsCancelledSleepsNoLonger() async throws {
    try await Self.withLoop { _, loop in
      let begun = Recorder<Bool>()
      let task = Task(executorPreference: loop) {
        begun.record(true)
        try await loop.sleep(seconds: 3600)
      }
      try await eventually("it has begun") { begun.count == 1 }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      let late = Task(executorPreference: loop) {
        withUnsafeCurrentTask { $0?.cancel() }
        try await loop.sleep(seconds: 3600)
      }
      await #expect(throws: CancellationError.self) { try await late.value }
    }
  }
}
