import RunStore
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// The archive does everything in the order in which it was asked for.
@Suite(.timeLimit(.minutes(10))) struct ArchiveOrderTests {
  @Test func whatItWasToldIsKnownToWhoAsksLater() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let specification = try service.home.makeExample(1).specification()
      let isKnown = Recorder<Bool>()
      await service.onArchive { archive in
        archive.note(specification)
        // It enters the archive at once, as whoever asks it from an actor of another thread.
        Task { isKnown.record(archive.stored(specification.id) != nil) }
      }
      try await eventually("it has answered") { isKnown.count == 1 }
      #expect(isKnown.all == [true])
    }
  }
}
