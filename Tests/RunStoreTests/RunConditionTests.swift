import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

/// How a run stands is said by its directory and its lock alone, the same to whoever looks.
@Suite struct RunConditionTests {
  private static let created = Timestamp(nanoseconds: 1_763_696_400_000_000_000)

  private func later(_ seconds: Int64) -> Timestamp {
    Timestamp(nanoseconds: Self.created.nanoseconds + seconds * 1_000_000_000)
  }

  private func prepare(_ scratch: ScratchDirectory) throws -> RunDirectory {
    let directory = RunDirectory(path: scratch.path)
    try directory.write(
      RunSpecification(
        id: try #require(RunID("train-x")), command: ["true"], workingDirectory: "/", createdAt: Self.created)
    )
    return directory
  }

  private let process = StartedProcess(
    identity: ProcessIdentity(pid: 1, startTime: 1), startedAt: RunConditionTests.created)

  @Test func oneThatWasNeverTakenUpIsLost() async throws {
    try await ScratchDirectory.with { scratch in
      guard case .ended(let record) = try prepare(scratch).condition() else {
        Issue.record("it has not ended")
        return
      }
      #expect(record.outcome == .lost)
      #expect(record.startedAt == nil)
    }
  }

  @Test func aHeldLockMeansAlive() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = try prepare(scratch)
      let lock = try FileLock(path: directory.lockPath)
      #expect(try directory.condition() == .launching)
      try directory.write(process)
      #expect(try directory.condition() == .running(process))
      extendLifetime(lock)
    }
  }

  @Test func aFreeLockWithoutARecordMeansLostAtTheLastSignOfLife() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = try prepare(scratch)
      do { _ = try FileLock(path: directory.lockPath) }
      try directory.write(process)
      _ = try scratch.write("log", "Epoch 1\n")
      let first = try directory.condition()
      guard case .ended(let record) = first else {
        Issue.record("it has not ended")
        return
      }
      #expect(record.outcome == .lost)
      #expect(record.startedAt == process.startedAt)
      #expect(record.endedAt.nanoseconds == FileSystem.modificationTime(of: directory.logPath))
      #expect(try directory.condition() == first, "whoever looks")
    }
  }

  @Test func aRecordIsTheEndWhateverTheLockSays() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = try prepare(scratch)
      let lock = try FileLock(path: directory.lockPath)
      let record = ExitRecord(
        outcome: .exited(code: 3), startedAt: Self.created, endedAt: later(5), duration: 5)
      try directory.write(record)
      #expect(try directory.condition() == .ended(record))
      extendLifetime(lock)
    }
  }
}
