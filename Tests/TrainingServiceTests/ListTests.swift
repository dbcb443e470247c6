import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Lists of a home in which runs come and go between one page and the next.
@Suite(.timeLimit(.minutes(10))) struct ListTests {
  private func ids(_ numbers: [Int]) throws -> [RunID] { try numbers.map { try HomeDirectory.exampleID($0) } }

  private func withRuns(
    _ count: Int, _ body: (Service) async throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      for number in 1...count { try service.home.makeEndedExample(number) }
      try await body(service)
    }
  }

  @Test func aPageGoesOnThoughTheRunItEndedWithIsGone() async throws {
    try await withRuns(7) { service in
      let first = try await service.registry.list(RunList.Query(limit: 3))
      #expect(first.runs.map(\.id) == (try ids([7, 6, 5])))
      for id in try ids([5, 3]) { try service.home.remove(id) }
      try service.home.makeEndedExample(8)
      let second = try await service.registry.list(RunList.Query(limit: 3, cursor: first.nextCursor))
      #expect(second.runs.map(\.id) == (try ids([4, 2, 1])))
      #expect(second.counts == [.completed: 6])
      #expect(second.nextCursor == nil)
    }
  }

  @Test func aPageWhoseRestIsGoneIsEmpty() async throws {
    try await withRuns(3) { service in
      let first = try await service.registry.list(RunList.Query(limit: 2))
      for id in try ids([1, 2]) { try service.home.remove(id) }
      let second = try await service.registry.list(RunList.Query(limit: 2, cursor: first.nextCursor))
      #expect(second.runs.isEmpty)
      #expect(second.nextCursor == nil)
    }
  }

  @Test func aCursorIsGoodWithAnotherServer() async throws {
    try await withRuns(5) { service in
      let first = try await service.registry.list(RunList.Query(limit: 2))
      try service.home.remove(try HomeDirectory.exampleID(4))
      let other = try await Service(service.home)
      let second = try await other.registry.list(RunList.Query(cursor: first.nextCursor))
      #expect(second.runs.map(\.id) == (try ids([3, 2, 1])))
    }
  }

  /// Every run that is there all the time is on one page, whatever comes and goes meanwhile.
  @Test(arguments: 0..<10 as Range<UInt64>) func whatStaysIsListedOnce(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    try await withRuns(40) { service in
      let staying = Set((1...40).filter { _ in Bool.random(using: &generator) })
      var leaving = (1...40).filter { !staying.contains($0) }.shuffled(using: &generator)
      var newest = 40
      var seen: [RunID] = []
      var cursor: String?
      repeat {
        let list = try await service.registry.list(
          RunList.Query(limit: Int.random(in: 1...6, using: &generator), cursor: cursor))
        seen += list.runs.map(\.id)
        cursor = list.nextCursor
        // Often the one that the cursor names.
        let last = list.runs.last?.id
        if let index = try leaving.firstIndex(where: { try HomeDirectory.exampleID($0) == last }) {
          leaving.swapAt(index, leaving.endIndex - 1)
        }
        if let number = leaving.popLast() { try service.home.remove(try HomeDirectory.exampleID(number)) }
        newest += 1
        try service.home.makeEndedExample(newest)
      } while cursor != nil
      #expect(Set(seen).count == seen.count)
      #expect(seen.map(\.rawValue) == seen.map(\.rawValue).sorted(by: >))
      for number in staying { #expect(seen.contains(try HomeDirectory.exampleID(number))) }
    }
  }

  @Test func aCursorThatNobodyGaveIsAnError() async throws {
    try await withRuns(1) { service in
      for cursor in ["", "train-none", "page two"] {
        await #expect(throws: ServiceError.self, "\(cursor)") {
          try await service.registry.list(RunList.Query(cursor: cursor))
        }
      }
    }
  }
}
