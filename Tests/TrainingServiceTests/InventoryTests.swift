import Platform
import RunHistory
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// What a server makes of a home that others have left, whatever state it is in.
@Suite(.timeLimit(.minutes(10))) struct InventoryTests {
  private func damage(_ path: String) throws {
    try FileSystem.replace(path, with: Array("{\"version\": 99}".utf8), durable: false)
  }

  private func listed(_ service: Service) async throws -> [RunID] {
    try await service.registry.list(RunList.Query()).runs.map(\.id)
  }

  @Test func whereNothingWasStartedNothingIsMade() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      #expect(try await listed(service).isEmpty)
      #expect(try scratch.entries().isEmpty)
    }
  }

  @Test func recordsThatCannotBeReadAreSaidOnceAndHideNoOther() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let runs = try (1...4).map { try service.home.makeEndedExample($0) }
      try runs[3].startExample()
      let ids = try runs.map { try $0.specification().id }
      for path in [runs[0].specificationPath, runs[1].exitPath, runs[3].processPath] { try damage(path) }

      #expect(try await listed(service) == [ids[2]])
      let newest = try service.home.makeEndedExample(5).specification().id
      let list = try await service.registry.list(RunList.Query())
      #expect(list.runs.map(\.id) == [newest, ids[2]])
      #expect(list.counts == [.completed: 2])
      for id in [ids[0], ids[1], ids[3]] {
        #expect(service.complaints.count { $0.contains("The record of \(id) cannot be read") } == 1)
        await #expect(throws: ServiceError.self) { try await service.registry.picture(of: id.rawValue) }
      }
      #expect(service.complaints.count == 4, "\(service.complaints)")
      #expect(service.complaints.contains { $0.contains("1 run(s) were entered from their directories") })
    }
  }

  /// Another server that has just started a run enters it in a moment.
  @Test(arguments: [(0.0, false), (1.9, false), (-1.9, false), (2.1, true), (86_400, true), (-86_400, true)])
  func whatIsOnItsWayIntoTheHistoryIsNotCalledMissing(age: Double, isMissing: Bool) throws {
    let now = Timestamp(nanoseconds: 1_763_696_400_000_000_000)
    let created = Timestamp(nanoseconds: now.nanoseconds - Int64(age * 1e9))
    #expect(RunArchive.isMissing(createdAt: created, now: now) == isMissing)
  }

  @Test func ofARunThatIsConcludedTheRecordsAreNotNeeded() async throws {
    try await ScratchDirectory.with { scratch in
      let first = try await Service(in: scratch)
      let run = try first.home.makeEndedExample(1, log: RunDirectory.epochs(1...2))
      let id = try run.specification().id
      let before = try await first.registry.picture(of: id.rawValue)
      await first.settle()
      for path in [run.specificationPath, run.exitPath] { try damage(path) }
      let next = try await Service(in: scratch)
      #expect(try await listed(next) == [id])
      #expect(try await next.registry.picture(of: id.rawValue).everything == before.everything)
      #expect(next.complaints.isEmpty)
    }
  }

  @Test func aRunThatIsKnownAndCannotBeReadIsNotCounted() async throws {
    try await ScratchDirectory.with { scratch in
      let first = try await Service(in: scratch)
      let run = try first.home.makeExample(1)
      let lock = try FileLock(path: run.lockPath)
      try run.startExample()
      let id = try run.specification().id
      #expect(try await first.registry.picture(of: id.rawValue).status == .running)
      await first.settle()
      try damage(run.exitPath)
      let next = try await Service(in: scratch)
      let list = try await next.registry.list(RunList.Query())
      #expect(list.runs.isEmpty)
      #expect(list.counts == [:], "what is counted can be listed")
      #expect(next.complaints.count { $0.contains("\(id) cannot be read") } == 1)
      // Once it can be read it is there again.
      try run.endExample()
      #expect(try await next.registry.picture(of: id.rawValue).status == .completed)
      #expect(try await next.registry.list(RunList.Query()).counts == [.completed: 1])
      extendLifetime(lock)
    }
  }

  @Test func oneThatCanBeReadAgainIsListedWhenTheHomeChanges() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let run = try service.home.makeEndedExample(1)
      let id = try run.specification().id
      let bytes = try FileSystem.read(run.exitPath)
      try damage(run.exitPath)
      #expect(try await listed(service).isEmpty)
      try FileSystem.replace(run.exitPath, with: bytes, durable: false)
      let second = try service.home.makeEndedExample(2).specification().id
      #expect(try await listed(service) == [second, id])
    }
  }

  @Test func oneThatTurnsUnreadableBeforeItIsConcludedIsNotCounted() async throws {
    try await ScratchDirectory.with { scratch in
      let first = try await Service(in: scratch)
      let run = try first.home.makeEndedExample(1)
      let id = try run.specification().id
      // Entered from its directory, and nobody has read its log.
      _ = await first.archive.inventory()
      try damage(run.exitPath)
      let next = try await Service(in: scratch)
      await next.registry.recovered()
      try await eventually("it is looked at") {
        next.complaints.contains { $0.contains("\(id) cannot be read") }
      }
      let list = try await next.registry.list(RunList.Query())
      #expect(list.runs.isEmpty)
      #expect(list.counts == [:])
      #expect(next.complaints.count == 1)
    }
  }

  @Test func whatEndedWhileNobodyWasThereIsConcludedInTheBackground() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let runs = try (1...3).map {
        try service.home.makeEndedExample($0, log: RunDirectory.epochs(1...$0))
      }
      await service.registry.recover()
      for run in runs {
        let id = try run.specification().id
        try await eventually("it is concluded") {
          try await service.onHistory { try $0.run(id)?.conclusion != nil }
        }
        let events = try await service.onHistory { try $0.events(of: id, limit: 10).map(\.event.kind) }
        #expect(events == [.created, .trainingStarted, .ended])
      }
    }
  }

  @Test func aRunThatWasRemovedWhileNobodyWasThereIsForgotten() async throws {
    try await ScratchDirectory.with { scratch in
      let first = try await Service(in: scratch)
      let runs = try (1...3).map { try first.home.makeEndedExample($0, log: RunDirectory.epochs(1...3)) }
      let ids = try runs.map { try $0.specification().id }
      for id in ids { _ = try await first.registry.picture(of: id.rawValue) }
      await first.settle()
      try first.home.remove(ids[1])
      let next = try await Service(in: scratch)
      #expect(try await listed(next) == [ids[2], ids[0]])
      #expect(try await next.onHistory { try $0.run(ids[1]) } == nil)
      #expect(try await next.onHistory { try $0.metrics(of: ids[1]) }.isEmpty)
    }
  }
}
