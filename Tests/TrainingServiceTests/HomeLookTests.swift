import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// When a look at the home may be relied on: what comes later must show in the time of its directory.
@Suite(.timeLimit(.minutes(10))) struct HomeLookTests {
  private static let now: Int64 = 1_763_696_400_000_000_000

  @Test(
    arguments: [
      (0, false), (1, false), (49_999_999, false), (50_000_000, true), (3_600_000_000_000, true),
      // The clock was set back meanwhile.
      (-1, false), (-49_999_999, false), (-50_000_000, true),
    ] as [(Int64, Bool)])
  func aLookCountsOnceTheClockOfFilesHasMovedOn(age: Int64, isSettled: Bool) {
    let changedAt = Self.now - age
    #expect(HomeLook(changedAt: changedAt, now: Self.now) == (isSettled ? .at(changedAt: changedAt) : .never))
  }

  @Test func whereNothingWasEverStartedThereIsNothingToWaitFor() {
    #expect(HomeLook(changedAt: nil, now: Self.now) == .at(changedAt: nil))
    #expect(HomeLook(changedAt: nil, now: Self.now) != .never)
  }

  /// Gives the directory of the runs a time, in nanoseconds since 1970.
  private func setTime(of service: Service, to nanoseconds: Int64) async throws {
    let script = "import os, sys; os.utime(sys.argv[1], ns=(int(sys.argv[2]),) * 2)"
    let output = try await Program.python(["-c", script, service.home.path + "/runs", "\(nanoseconds)"])
    try #require(output.termination == .exited(code: 0), "\(output.errorText)")
  }

  private func listed(_ service: Service) async throws -> Int {
    try await service.registry.list(RunList.Query()).runs.count
  }

  @Test func aHomeThatRestsIsNotLookedThroughAgain() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      try service.home.makeEndedExample(1)
      try await setTime(of: service, to: Self.now)
      #expect(try await listed(service) == 1)
      #expect(await service.onRegistry { $0.lastLook } == .at(changedAt: Self.now))
      // A run whose coming does not show is not looked for.
      try service.home.makeEndedExample(2)
      try await setTime(of: service, to: Self.now)
      #expect(try await listed(service) == 1)
      // After a look that was too early for the clock of files it is.
      await service.onRegistry { $0.lastLook = .never }
      #expect(try await listed(service) == 2)
    }
  }

  @Test func whatComesAndGoesShows() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      #expect(try await listed(service) == 0)
      for number in 1...5 {
        try service.home.makeEndedExample(number)
        #expect(try await listed(service) == number)
      }
      try service.home.remove(try HomeDirectory.exampleID(3))
      let list = try await service.registry.list(RunList.Query())
      #expect(try list.runs.map(\.id) == [5, 4, 2, 1].map { try HomeDirectory.exampleID($0) })
      #expect(list.counts == [.completed: 4])
    }
  }
}
