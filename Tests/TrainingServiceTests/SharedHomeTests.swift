import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// What one server tells of a run when another one was faster.
@Suite(.timeLimit(.minutes(10))) struct SharedHomeTests {
  @Test func aSecretIsHiddenAlsoInWhatAnotherServerConcluded() async throws {
    try await ScratchDirectory.with { scratch in
      let (owner, other) = (try await Service(in: scratch), try await Service(in: scratch))
      let secret = "tok-0123456789abcdef"
      let log = """
        Traceback (most recent call last):
          File "train.py", line 3, in <module>
        ValueError: bad token \(secret)

        """
      let run = try owner.home.makeEndedExample(1, log: log)
      let id = try run.specification().id
      await owner.onRegistry {
        $0.masks[id] = SecretMask(environment: Environment(["MY_TOKEN": secret]))
      }
      // It does not know that this is a secret, and it is the first to conclude.
      let seen = try await other.registry.picture(of: id.rawValue)
      try #require(seen.everything.contains(secret))
      await other.settle()

      let told = try await owner.registry.picture(of: id.rawValue)
      #expect(told.errorSummary?.failureType == seen.errorSummary?.failureType)
      #expect(
        told.errorSummary?.message
          == seen.errorSummary?.message.replacing(secret, with: "********************"))
      #expect(!told.everything.contains(secret))
    }
  }

  /// Between two looks at a run that is starting it may have started and ended.
  @Test func theStartIsToldThoughTheEndWasSeenFirst() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let run = try service.home.makeExample(1)
      let lock = try FileLock(path: run.lockPath)
      let id = try run.specification().id
      let before = try await service.registry.picture(of: id.rawValue)
      try #require(before.process == nil)
      try await service.withRegistryHeld {
        try run.startExample()
        try run.endExample()
      }
      try await eventually("the end is seen") { await service.onRegistry { $0.live[id] == nil } }
      extendLifetime(lock)
      let picture = try await service.registry.picture(of: id.rawValue)
      #expect(picture.status == .completed)
      #expect(picture.process == (try run.process()))
    }
  }

  // MARK: The first sign of training

  /// A run that two servers follow, and its directory; its lock is held while `body` runs.
  private func withRunningExample(
    _ body: (RunDirectory, _ owner: Service, _ other: Service) async throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      let (owner, other) = (try await Service(in: scratch), try await Service(in: scratch))
      let run = try owner.home.makeExample(1)
      let lock = try FileLock(path: run.lockPath)
      try run.startExample()
      try await body(run, owner, other)
      extendLifetime(lock)
    }
  }

  @Test func allTellTheSameMomentOfTheFirstSign() async throws {
    try await withRunningExample { run, owner, other in
      let id = try run.specification().id.rawValue
      for service in [owner, other] {
        try #require(try await service.registry.picture(of: id).phase == .starting)
      }
      try run.log("Epoch 1/3 - loss: 0.5\n")
      for service in [owner, other] {
        try await eventually("it is seen") {
          try await service.registry.picture(of: id).trainingStartedAt != nil
        }
      }
      for service in [owner, other] { await service.settle() }
      let moment = try await owner.registry.picture(of: id).trainingStartedAt
      #expect(try await other.registry.picture(of: id).trainingStartedAt == moment)

      try run.endExample()
      for service in [owner, other] {
        let picture = try await service.registry.picture(of: id)
        #expect(picture.status == .completed)
        #expect(picture.trainingStartedAt == moment)
      }
    }
  }

  /// Nobody tells what it has seen itself before it knows what was kept.
  @Test func whoKeepsTheFirstSignLateTellsTheMomentOfTheFirst() async throws {
    try await withRunningExample { run, owner, other in
      let id = try run.specification().id
      for service in [owner, other] {
        try #require(try await service.registry.picture(of: id.rawValue).phase == .starting)
      }
      try await other.withArchiveHeld {
        try run.log("Epoch 1/3 - loss: 0.5\n")
        try await eventually("both have seen it") {
          for service in [owner, other] {
            guard await service.onRegistry({ $0.live[id]?.phase }) == .training else { return false }
          }
          return true
        }
        let told = try await other.onRegistry { $0.picture(of: try #require($0.live[id])).trainingStartedAt }
        #expect(told == nil, "it does not know yet whether another one was faster")
        #expect(try await owner.registry.picture(of: id.rawValue).trainingStartedAt != nil)
      }
      let moment = try await owner.registry.picture(of: id.rawValue).trainingStartedAt
      #expect(try await other.registry.picture(of: id.rawValue).trainingStartedAt == moment)
    }
  }

  @Test func theMomentOfTheFirstSignStaysThoughOneConcludesThatCameLater() async throws {
    try await withRunningExample { run, owner, other in
      let id = try run.specification().id.rawValue
      try #require(try await owner.registry.picture(of: id).phase == .starting)
      try run.log("Epoch 1/3 - loss: 0.5\n")
      try await eventually("it is seen") { try await owner.registry.picture(of: id).trainingStartedAt != nil }
      await owner.settle()
      let before = try await owner.registry.picture(of: id)

      let late = try await other.registry.picture(of: id)
      #expect(late.phase == .training)
      #expect(late.trainingStartedAt == before.trainingStartedAt)
      #expect(late.startedAfter == before.startedAfter)
      try await owner.withRegistryHeld {
        try run.endExample()
        #expect(try await other.registry.picture(of: id).trainingStartedAt == before.trainingStartedAt)
        await other.settle()
      }
      let after = try await owner.registry.picture(of: id)
      await owner.settle()
      #expect(after.status == .completed)
      for picture in [after, try await owner.registry.picture(of: id)] {
        #expect(picture.trainingStartedAt == before.trainingStartedAt)
        #expect(picture.startedAfter == before.startedAfter)
      }
    }
  }
}
