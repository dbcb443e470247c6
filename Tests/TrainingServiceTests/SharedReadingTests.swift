import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Many who want the same at once: it is read once.
@Suite(.timeLimit(.minutes(10))) struct SharedReadingTests {
  @Test func whoWantsWhatIsBeingReadWaitsForThat() async throws {
    try await ScratchDirectory.with { scratch in
      let first = try await Service(in: scratch)
      let run = try first.home.makeEndedExample(1, log: RunDirectory.epochs(1...2))
      let id = try run.specification().id.rawValue
      let before = try await first.registry.picture(of: id)
      await first.settle()

      let next = try await Service(in: scratch)
      var calls: [Task<RunPicture, any Error>] = []
      try await next.withArchiveHeld {
        calls = (1...20).map { _ in Task { try await next.registry.picture(of: id) } }
        try await eventually("it is being read") { await next.onRegistry { $0.readings.count } == 1 }
      }
      var pictures: [RunPicture] = []
      for call in calls { pictures.append(try await call.value) }
      #expect(pictures[0].everything == before.everything)
      #expect(pictures.allSatisfy { $0 === pictures[0] })
      #expect(await next.onRegistry { $0.readings.isEmpty })
    }
  }

  @Test func aListThatComesWhileAnotherOneLooksTellsOfNewRunsAsWell() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      #expect(try await service.registry.list(RunList.Query()).runs.isEmpty)
      try service.home.makeEndedExample(1)
      var lists: [Task<Int, any Error>] = []
      func list() {
        lists.append(Task { try await service.registry.list(RunList.Query()).runs.count })
      }
      try await service.withArchiveHeld {
        list()
        try await eventually("it reads the new run") { await service.onRegistry { $0.readings.count } == 1 }
        for _ in 1...5 { list() }
        // They have had their turn.
        await service.onRegistry { _ in }
      }
      for list in lists { #expect(try await list.value == 1) }
      #expect(await service.onRegistry { $0.looking } == nil)
    }
  }

  @Test func whatCannotBeReadIsSaidToAllWhoWaitAndReadAgainLater() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let run = try service.home.makeEndedExample(1, log: "")
      let id = try run.specification().id
      let specification = try FileSystem.read(run.specificationPath)
      try FileSystem.replace(run.specificationPath, with: Array("{".utf8), durable: false)
      var calls: [Task<RunPicture, any Error>] = []
      try await service.withArchiveHeld {
        calls = (1...5).map { _ in Task { try await service.registry.picture(of: id.rawValue) } }
        try await eventually("it is being read") { await service.onRegistry { $0.readings.count } == 1 }
      }
      for call in calls {
        await #expect(throws: ServiceError.self) { try await call.value }
      }
      try FileSystem.replace(run.specificationPath, with: specification, durable: false)
      #expect(try await service.registry.picture(of: id.rawValue).status == .completed)
    }
  }
}
