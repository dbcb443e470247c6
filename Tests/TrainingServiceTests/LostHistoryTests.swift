import LogReading
import Platform
import RunStore
import SQLite
import TestSupport
import Testing
import TrainingModel

@testable import RunHistory
@testable import TrainingService

/// A history that cannot be used, or no longer: everything is told as before, from the directories of the runs.
@Suite(.timeLimit(.minutes(10))) struct LostHistoryTests {
  private static let log = RunDirectory.epochs(1...5) + "Training complete.\n"

  /// Something of the same name that is no file, so that whoever runs the tests cannot write there.
  private func obstruct(_ path: String) throws {
    for suffix in ["", "-wal", "-shm"] { try FileSystem.removeTree(path + suffix) }
    try FileSystem.makeDirectory(path)
  }

  private func expectTold(_ ids: [RunID], by service: Service) async throws {
    let list = try await service.registry.list(RunList.Query())
    #expect(list.runs.map(\.id) == ids.reversed())
    #expect(list.counts == [.completed: ids.count])
    for id in ids {
      let picture = try await service.registry.picture(of: id.rawValue)
      #expect(picture.status == .completed)
      #expect(picture.isVerified == true)
      #expect(picture.log.progress.epoch == 5)
    }
  }

  // MARK: In memory

  @Test func withoutAPlaceToWriteEverythingIsTold() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let runs = try (1...3).map { try service.home.makeEndedExample($0, log: Self.log) }
      try obstruct(service.home.historyPath)
      try await expectTold(try runs.map { try $0.specification().id }, by: service)
      await service.settle()
      for run in runs { #expect(try await service.points("loss", of: run).count == 5) }
      #expect(service.complaints.count { $0.contains("Until then the history is kept in memory.") } == 1)
      #expect(try FileSystem.entries(of: service.home.historyPath).isEmpty, "it was left alone")
    }
  }

  @Test func aPlaceThatIsLostWhileItIsOpenIsDoneWithout() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let first = try service.home.makeEndedExample(1, log: Self.log)
      try await expectTold([try first.specification().id], by: service)
      await service.settle()
      try obstruct(service.home.historyPath)
      let second = try service.home.makeEndedExample(2, log: Self.log)
      try await expectTold(try [first, second].map { try $0.specification().id }, by: service)
      await service.settle()
      #expect(try await service.points("loss", of: second).count == 5)
      #expect(try await service.onHistory { try $0.entries().count } == 2, "what there is was entered again")
    }
  }

  @Test func aKeyIsKnownThoughTheFileThatHeldItIsGone() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let first = try await claim("once", as: 1, in: service)
      #expect(try await claim("once", as: 2, in: service) == first)
      try obstruct(service.home.historyPath)
      #expect(try await claim("once", as: 3, in: service) == first)
      #expect(try service.home.runIDs() == [first])
    }
  }

  /// Starts a run under a key, as far as the archive has to do with it.
  private func claim(_ key: String, as number: Int, in service: Service) async throws -> RunID {
    let id = try HomeDirectory.exampleID(number)
    let specification = RunSpecification(
      id: id, command: ["true"], workingDirectory: "/", idempotencyKey: key,
      createdAt: Timestamp(nanoseconds: Int64(number)))
    let home = service.home
    let draft = try home.makeDraft(of: id)
    try draft.write(specification)
    let holder = try await service.archive.claim(specification) { () throws(SystemError) in
      _ = try home.publish(draft, as: id)
    }
    if holder != id { try FileSystem.removeTree(draft.path) }
    return holder
  }

  // MARK: Damaged

  /// A service whose open history turns to garbage, but for its first page.
  private func damageHistory(of service: Service) async throws {
    let path = service.home.historyPath
    try await service.onHistory { history in
      try history.database.checkpoint(.truncate)
      var bytes = try FileSystem.read(path)
      for index in 4096..<bytes.count { bytes[index] = 0xA5 }
      try FileDescriptor.open(path, .replacing).write(bytes)
      // What it has read before does not help it.
      try history.database.execute("PRAGMA shrink_memory")
    }
  }

  @Test func aHistoryThatTurnsDamagedWhileItIsOpenIsMadeAnew() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let runs = try (1...3).map { try service.home.makeEndedExample($0, log: Self.log) }
      let ids = try runs.map { try $0.specification().id }
      try await expectTold(ids, by: service)
      await service.settle()
      try await damageHistory(of: service)
      // Whoever writes first comes upon it.
      let another = try service.home.makeEndedExample(4, log: Self.log)
      try await expectTold(ids + [try another.specification().id], by: service)
      await service.settle()

      #expect(try await service.points("loss", of: another).count == 5)
      #expect(try await service.onHistory { try $0.entries().count } == 4)
      #expect(service.complaints.count { $0.contains("put aside as") } == 1)
      #expect(service.complaints.count { $0.contains("were entered from their directories") } >= 1)
      #expect(try scratch.entries().contains { $0.hasPrefix("history.db.damaged-") })

      // What the damaged one held of the first runs is read again by the next server.
      let next = try await Service(service.home)
      try await expectTold(ids + [try another.specification().id], by: next)
      await next.settle()
      for run in runs { #expect(try await next.points("loss", of: run).count == 5) }
      #expect(next.complaints.isEmpty)
    }
  }

  @Test func oneThatIsDamagedAndCannotBeReplacedIsDoneWithout() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let first = try service.home.makeEndedExample(1, log: Self.log)
      try await expectTold([try first.specification().id], by: service)
      await service.settle()
      // Nobody can have the lock under which it would be put aside.
      try FileSystem.makeDirectory(service.home.historyPath + ".lock")
      try await damageHistory(of: service)
      let second = try service.home.makeEndedExample(2, log: Self.log)
      try await expectTold(try [first, second].map { try $0.specification().id }, by: service)
      await service.settle()
      #expect(try await service.points("loss", of: second).count == 5)
      #expect(try await service.onHistory { try $0.entries().count } == 2)
      #expect(service.complaints.count { $0.contains("cannot be replaced, so it is kept in memory") } == 1)
    }
  }
}
