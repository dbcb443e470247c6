import JSON
import LogReading
import Platform
import RunHistory
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingHealth
import TrainingModel

@testable import TrainingService

/// What a server makes of a run in which nothing moves any more.
@Suite(.timeLimit(.minutes(10))) struct StallTests {
  private static let short = PaceLimits(shortest: 0.2, unknownPause: 0.2)
  /// No stall comes up by itself while a test has it.
  private static let long = PaceLimits(shortest: 7200)

  /// Lets a run that has reached an epoch be stalled soon, however long the test has waited between its epochs.
  private func stallSoon(_ run: RunDirectory, at epoch: Int, _ services: [Service]) async throws {
    let id = try run.specification().id
    for service in services {
      try await service.onRegistry { registry in
        let managed = try #require(registry.live[id])
        var pace = Pace(limits: Self.short)
        let now = SystemClock.monotonic().paceSeconds
        for back in [2, 1, 0] {
          pace.note(
            TrainingProgress(epoch: Double(epoch - back), totalEpochs: 20), at: now - Double(back) / 100)
        }
        managed.pace.pace = pace
        registry.armStallTimer(of: managed)
      }
    }
  }

  /// A run that lives and that `servers` servers follow, with its directory and the FIFO that stops it.
  private func withRun(
    servers: Int = 1, onStall: StallResponse = .warn, isReadOnly: Bool = false,
    _ body: (RunDirectory, [Service], OpenFile) async throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      var services: [Service] = []
      for _ in 0..<servers {
        let service = try await Service(HomeDirectory(path: scratch.path), isReadOnly: isReadOnly)
        await service.onRegistry { $0.paceLimits = Self.long }
        services.append(service)
      }
      let run = try services[0].home.makeExample(1, onStall: onStall)
      try FileSystem.makeFIFO(run.controlPath)
      let control = OpenFile(try FileDescriptor.open(run.controlPath, .fifoOwner))
      let lock = try FileLock(path: run.lockPath)
      try run.startExample()
      for service in services { _ = try await picture(run, service) }
      try await body(run, services, control)
      extendLifetime(lock)
    }
  }

  private func picture(_ run: RunDirectory, _ service: Service) async throws -> RunPicture {
    try await service.registry.picture(of: try run.specification().id.rawValue)
  }

  /// Lets the training go on, each epoch seen by all before the next one comes.
  private func train(_ epochs: ClosedRange<Int>, _ run: RunDirectory, _ services: [Service]) async throws {
    for epoch in epochs {
      try run.log("Epoch \(epoch)/20 - loss: \(1 / Double(epoch))\n")
      for service in services {
        try await eventually("epoch \(epoch) is seen") {
          try await picture(run, service).log.progress.epoch == Double(epoch)
        }
      }
    }
  }

  private func stall(_ run: RunDirectory, _ service: Service) async throws -> RunWarning? {
    try await picture(run, service).warnings.first { $0.code == .stalled }
  }

  /// The offsets of the stalls in the history.
  private func stallsKept(of run: RunDirectory, _ service: Service) async throws -> [Int64?] {
    await service.settle()
    let id = try run.specification().id
    return try await service.onHistory { try $0.events(of: id, limit: 1000) }
      .filter { $0.event.kind == .warning && $0.event.detail["code"] == "stalled" }.map(\.event.offset)
  }

  @Test func aStallIsToldAndIsOverWhenSomethingMoves() async throws {
    try await withRun { run, services, _ in
      let service = services[0]
      try await train(1...5, run, services)
      try await stallSoon(run, at: 5, services)
      try await eventually("it has stalled") { try await stall(run, service) != nil }
      let first = try #require(try await stall(run, service))
      #expect(first.message.hasPrefix("Nothing has moved for "))
      #expect(first.message.contains("Its log does not grow either"))
      #expect(first.evidence == "the last that moved: epoch 5 of 20")
      #expect(try await picture(run, service).timeLeft == nil)

      try run.log("still alive\nEpoch 5/20 - loss: 0.2\n")
      try await eventually("the log grows") {
        try await stall(run, service)?.message.contains("log still grows (35 bytes since)") == true
      }
      try await train(6...6, run, services)
      try await stallSoon(run, at: 6, services)
      try await eventually("it has stalled again") {
        try await stall(run, service)?.evidence == "the last that moved: epoch 6 of 20"
      }
      let size = run.logSizeOfEpochs(1...5)
      #expect(try await stallsKept(of: run, service) == [size - 23, size + 35])
    }
  }

  @Test func whatMovesOnIsNoStall() async throws {
    try await withRun { run, services, _ in
      try await train(1...8, run, services)
      let picture = try await picture(run, services[0])
      #expect(picture.warnings == [])
      #expect(picture.timeLeft?.source == .pace)
    }
  }

  @Test func severalServersEnterAStallOnceAndMayAllStopIt() async throws {
    try await withRun(servers: 2, onStall: .stop) { run, services, control in
      try await train(1...5, run, services)
      try await stallSoon(run, at: 5, services)
      for service in services {
        try await eventually("it is being stopped") { try await picture(run, service).phase == .stopping }
      }
      #expect(try await stallsKept(of: run, services[0]).count == 1)
      let requests = try control.read().split(separator: UInt8(ascii: "\n")).map { StopRequest(line: $0) }
      #expect(requests == [StopRequest(reason: .stalled), StopRequest(reason: .stalled)])
    }
  }

  @Test func whoMayOnlyReadStopsNothing() async throws {
    try await withRun(onStall: .stop, isReadOnly: true) { run, services, _ in
      try await train(1...5, run, services)
      try await stallSoon(run, at: 5, services)
      try await eventually("it has stalled") { try await stall(run, services[0]) != nil }
      #expect(try await picture(run, services[0]).phase == .training)
    }
  }

  @Test func whatAServerHasNotSeenItDoesNotGuess() async throws {
    try await withRun { run, services, _ in
      try await train(1...5, run, services)
      try await stallSoon(run, at: 5, services)
      try await eventually("it has stalled") { try await stall(run, services[0]) != nil }
      await services[0].settle()
      let late = try await Service(services[0].home)
      await late.onRegistry { $0.paceLimits = PaceLimits(shortest: 0.2, unknownPause: 600) }
      #expect(try await picture(run, late).log.progress.epoch == 5)
      let id = try run.specification().id
      #expect(await late.onRegistry { $0.live[id]?.pace.pace.stallLimit ?? 600 } >= 600)
      // From here on it sees for itself.
      try await train(6...9, run, [late])
      #expect(try #require(await late.onRegistry { $0.live[id]?.pace.pace.stallLimit }) < 600)
    }
  }

  @Test func aRunThatStalledLongAgoIsFoundByALaterServer() async throws {
    try await withRun { run, services, _ in
      try await train(1...5, run, services)
      try await stallSoon(run, at: 5, services)
      let (id, service) = (try run.specification().id, services[0])
      await service.settle()
      // It had trained for a second when its log was written last.
      let written = try FileStatus(of: Array(run.logPath.utf8)).modificationTime
      let late = try await Service(service.home)
      await late.onRegistry { $0.paceLimits = Self.short }
      _ = try await picture(run, late)
      try await late.onRegistry { registry in
        let managed = try #require(registry.live[id])
        registry.unwatchPace(of: managed)
        managed.pace = PaceWatch(limits: Self.short)
        managed.pace.pace.begin(at: managed.follower.picture.progress)
        managed.sightings = ToldSightings(
          start: .init(wall: Timestamp(nanoseconds: written - 1_000_000_000), after: nil))
        registry.inheritPace(of: managed, at: SystemClock.monotonic())
        let due = try #require(managed.pace.stallsAt)
        let sign = try #require(managed.pace.lastSign).instant
        #expect(abs(due.seconds(since: sign) - 10) < 0.01)
      }
    }
  }

  @Test func aStallIsKeptWithTheEnd() async throws {
    try await withRun { run, services, _ in
      try await train(1...5, run, services)
      try await stallSoon(run, at: 5, services)
      try await eventually("it has stalled") { try await stall(run, services[0]) != nil }
      try run.endExample(code: 1)
      try await eventually("it has ended") { try await picture(run, services[0]).status.isEnded }
      await services[0].settle()
      #expect(try await stall(run, services[0])?.evidence == "the last that moved: epoch 5 of 20")
    }
  }

  @Test func aCountOfAnEvaluationIsASignOfWork() async throws {
    try await withRun { run, services, _ in
      try await train(1...5, run, services)
      let (id, service) = (try run.specification().id, services[0])
      let before = await service.onRegistry { $0.live[id]?.pace.pace.lastSign }
      try run.log("Evaluating:  40%|####      | 4/10 [00:01<00:02, 3.0it/s]\n")
      try await eventually("it is seen") {
        try #require(await service.onRegistry { $0.live[id]?.pace.pace.lastSign }) > before ?? 0
      }
      #expect(await service.onRegistry { $0.live[id]?.pace.pace.movements } == 5)
    }
  }

  // MARK: Slow trainings

  /// Lets a server see steps that take so many seconds, so many of each, and gives what it tells of their rate then.
  private func see(
    _ steps: [(count: Int, seconds: Double)], of run: RunDirectory, _ service: Service
  ) async throws -> String? {
    let id = try run.specification().id
    try await service.onRegistry { registry in
      let managed = try #require(registry.live[id])
      let reached = managed.pace.pace.progress.step ?? 0
      let last = managed.pace.pace.lastMovement.map(MonotonicInstant.init(paceSeconds:))
      var instant = last ?? SystemClock.monotonic().advanced(bySeconds: -1500)
      let lengths = steps.flatMap { [Double](repeating: $0.seconds, count: $0.count) }
      for (step, seconds) in zip((reached + 1)..., lengths) {
        instant = instant.advanced(bySeconds: seconds)
        let event = LogEvent(offset: Int64(step), kind: .progress(TrainingProgress(step: step)))
        registry.watchPace(of: managed, [event], hasOtherCount: false, at: instant)
      }
    }
    return try await picture(run, service).warnings.first { $0.code == .stepRateFell }?.evidence
  }

  private func falls(_ run: RunDirectory, _ service: Service) async throws -> Int {
    let id = try run.specification().id
    let events = try await service.onHistory { try $0.events(of: id, limit: 1000) }
    return events.count { $0.event.detail["code"] == "step_rate_fell" }
  }

  /// Each sees it in its own figures; told is what was seen first.
  @Test func aRateThatFallsIsToldBySeveralAsItWasSeenFirst() async throws {
    try await withRun(servers: 2) { run, services, _ in
      // Ten minutes in which each step takes half a second, and two in which it takes longer.
      let first = try await see([(1200, 0.5), (60, 2)], of: run, services[0])
      #expect(first?.hasPrefix("30 steps a minute over the last 1 min ") == true)
      #expect(try await see([(1200, 0.5), (48, 2.5)], of: run, services[1]) == first)
      #expect(try await falls(run, services[0]) == 1)
    }
  }

  @Test func aRateThatFallsAgainIsToldAgain() async throws {
    try await withRun(servers: 2) { run, services, _ in
      let once: [(count: Int, seconds: Double)] = [(1200, 0.5), (60, 2)]
      let recovery: [(count: Int, seconds: Double)] = [(1200, 0.5)]
      let first = try await see(once, of: run, services[0])
      #expect(try await see(once, of: run, services[1]) == first)
      for service in services { #expect(try await see(recovery, of: run, service) == nil) }
      let again = try await see([(30, 5)], of: run, services[0])
      #expect(again?.hasPrefix("12 steps a minute ") == true)
      #expect(try await see([(20, 8)], of: run, services[1]) == again)
      #expect(try await falls(run, services[0]) == 2)
    }
  }
}

extension RunDirectory {
  /// Bytes that `train` has written for epochs.
  fileprivate func logSizeOfEpochs(_ epochs: ClosedRange<Int>) -> Int64 {
    epochs.reduce(0) { $0 + Int64("Epoch \($1)/20 - loss: \(1 / Double($1))\n".utf8.count) }
  }
}
