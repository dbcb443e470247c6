import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// What one server tells of a run when another one was faster.
@Suite(.timeLimit(.minutes(1))) struct SharedHomeTests {
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
      try #require("\(seen)".contains(secret))
      await other.archive.flush()

      let told = try await owner.registry.picture(of: id.rawValue)
      #expect(told.errorSummary?.failureType == seen.errorSummary?.failureType)
      #expect(
        told.errorSummary?.message
          == seen.errorSummary?.message.replacing(secret, with: "********************"))
      #expect(!"\(told)".contains(secret))
    }
  }
}
