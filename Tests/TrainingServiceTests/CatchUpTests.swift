import LogReading
import Platform
import RunStore
import SQLite
import TestSupport
import Testing
import TrainingModel

@testable import RunHistory
@testable import TrainingService

/// What could not be kept when it was read is kept later: every line once, none left out.
@Suite(.timeLimit(.minutes(10))) struct CatchUpTests {
  /// A server that follows the log of a running example, as the registry does.
  private struct Follower: ~Copyable {
    let service: Service
    let run: RunDirectory
    private var follower: LogFollower
    private static let time = Timestamp(nanoseconds: 1_763_696_500_000_000_000)

    init(_ service: Service, _ run: RunDirectory) {
      self.service = service
      self.run = run
      follower = LogFollower(RunLog(directory: run, maximumBytes: nil), isNew: true)
    }

    /// Reads what is new in the log.
    mutating func read() throws {
      while try follower.readPiece(at: Self.time).hasMore {}
    }

    /// Hands what was read to the archive.
    mutating func save() async throws {
      let unsaved = follower.takeUnsaved(seen: nil)
      let reading = try #require(unsaved)
      service.archive.save(reading, of: try run.specification().id)
      await service.archive.flush()
    }

    /// The run with what is read and not saved.
    mutating func ended(_ record: ExitRecord) throws -> EndedRun {
      EndedRun(
        specification: try run.specification(), process: try run.process(), record: record, directory: run,
        mask: SecretMask(environment: Environment()), position: follower.handOver,
        unsaved: follower.takeUnsaved(seen: nil), seen: nil, foundAt: SystemClock.monotonic())
    }
  }

  private func withRun(
    _ body: (Service, RunDirectory, inout Follower) async throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let run = try service.home.makeExample(1)
      try run.startExample()
      try await service.enter(run)
      var follower = Follower(service, run)
      try await body(service, run, &follower)
    }
  }

  private func expectEpochs(_ epochs: ClosedRange<Int>, of run: RunDirectory, in service: Service)
    async throws
  {
    let points = try await service.points("loss", of: run)
    #expect(points == epochs.map { [Double($0), 1 / Double($0)] })
  }

  /// Lets the history grow by nothing, as a full disk does, or by as much as it likes.
  private func limitHistory(of service: Service, _ isFull: Bool) async throws {
    try await service.onHistory {
      try $0.database.execute("PRAGMA max_page_count = \(isFull ? 1 : 1_000_000)")
    }
  }

  @Test func whatAFullDiskRefusedComesWithTheNextReading() async throws {
    try await withRun { service, run, follower in
      try run.log(RunDirectory.epochs(1...10))
      try follower.read()
      try await follower.save()
      try await expectEpochs(1...10, of: run, in: service)

      try await limitHistory(of: service, true)
      for epochs in [11...300, 301...600] {
        try run.log(RunDirectory.epochs(epochs))
        try follower.read()
        try await follower.save()
      }
      try await expectEpochs(1...10, of: run, in: service)
      #expect(service.complaints.count == 1, "the same fault is said once")
      #expect(service.complaints.first?.contains("Make room") == true)

      try await limitHistory(of: service, false)
      try run.log(RunDirectory.epochs(601...602))
      try follower.read()
      try await follower.save()
      try await expectEpochs(1...602, of: run, in: service)
      try run.log(RunDirectory.epochs(603...610))
      try follower.read()
      try await follower.save()
      try await expectEpochs(1...610, of: run, in: service)
      let id = try run.specification().id
      let kinds = try await service.onHistory { try $0.events(of: id, limit: 100).map(\.event.kind) }
      #expect(kinds == [.created, .started, .trainingStarted])
    }
  }

  @Test func whatWasKeptInALostHistoryIsReadAgain() async throws {
    try await withRun { service, run, follower in
      try run.log(RunDirectory.epochs(1...10))
      try follower.read()
      try await follower.save()
      for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree(service.home.historyPath + suffix) }
      try run.log(RunDirectory.epochs(11...20))
      try follower.read()
      try await follower.save()
      try await expectEpochs(1...20, of: run, in: service)
      #expect(service.complaints.contains { $0.contains("1 run(s) were entered") })
      #expect(FileSystem.kind(of: service.home.historyPath) == .file)
    }
  }

  @Test func theEndFillsTheGap() async throws {
    try await withRun { service, run, follower in
      try run.log(RunDirectory.epochs(1...10))
      try follower.read()
      try await follower.save()
      for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree(service.home.historyPath + suffix) }
      // Its last line has no end.
      try run.log(RunDirectory.epochs(11...20) + "Epoch 21/1000 - loss: \(1 / 21.0)")
      try follower.read()
      try run.endExample()
      let ended = try follower.ended(try #require(try run.exitRecord()))
      let kept = try await conclude(ended, in: service)
      #expect(kept?.conclusion?.log.progress.epoch == 21)
      try await expectEpochs(1...21, of: run, in: service)
    }
  }

  @Test func aRunIsNotConcludedWhileItsMetricsCannotBeKept() async throws {
    try await withRun { service, run, follower in
      try run.log(RunDirectory.epochs(1...10))
      try follower.read()
      try await follower.save()
      try run.log(RunDirectory.epochs(11...900))
      try follower.read()
      try run.endExample()
      let ended = try follower.ended(try #require(try run.exitRecord()))
      try await limitHistory(of: service, true)
      #expect(try await conclude(ended, in: service) == nil)
      try await limitHistory(of: service, false)
      try await expectEpochs(1...10, of: run, in: service)

      // Whoever looks next reads the rest.
      let next = try await Service(service.home)
      let picture = try await next.registry.picture(of: ended.id.rawValue)
      await next.settle()
      #expect(picture.status == .completed)
      try await expectEpochs(1...900, of: run, in: next)
    }
  }

  @Test func whatWasRefusedLastIsNotForgottenThoughNothingComesAfterIt() async throws {
    try await withRun { service, run, follower in
      try run.log(RunDirectory.epochs(1...10))
      try follower.read()
      try await follower.save()
      try await limitHistory(of: service, true)
      try run.log(RunDirectory.epochs(11...900))
      try follower.read()
      try await follower.save()
      try await limitHistory(of: service, false)
      try run.endExample()
      let ended = try follower.ended(try #require(try run.exitRecord()))
      try #require(ended.unsaved == nil)
      #expect(try await conclude(ended, in: service)?.conclusion != nil)
      try await expectEpochs(1...900, of: run, in: service)
    }
  }

  @Test func aRunThatCouldNotBeEnteredIsEnteredAtItsEnd() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let first = try service.home.makeExample(1)
      try await service.enter(first)
      try await limitHistory(of: service, true)
      let run = try service.home.makeExample(2, tags: ["long": String(repeating: "x", count: 20_000)])
      try run.startExample()
      try await service.enter(run)
      try await limitHistory(of: service, false)
      let id = try run.specification().id
      try #require(try await service.onHistory { try $0.run(id) } == nil)

      var follower = Follower(service, run)
      try run.log(RunDirectory.epochs(1...10))
      try follower.read()
      try await follower.save()
      try run.log(RunDirectory.epochs(11...20))
      try follower.read()
      try run.endExample()
      let ended = try follower.ended(try #require(try run.exitRecord()))
      #expect(try await conclude(ended, in: service)?.conclusion?.log.progress.epoch == 20)
      try await expectEpochs(1...20, of: run, in: service)
    }
  }

  private func conclude(_ ended: EndedRun, in service: Service) async throws -> StoredRun? {
    guard case .new(let conclusion) = await service.archive.conclude(ended) else {
      Issue.record("it was concluded before")
      return nil
    }
    return await service.archive.keep(ended, conclusion)
  }
}
