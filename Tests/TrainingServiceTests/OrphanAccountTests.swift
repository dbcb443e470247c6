import Platform
import RunHistory
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Runs that appeared before anybody entered them: counted once, also where somebody took them up first.
@Suite(.timeLimit(.minutes(10))) struct OrphanAccountTests {
  @Test(arguments: [false, true]) func oneThatWasTakenUpFirstIsCounted(isTakenUp: Bool) async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let created = Timestamp(nanoseconds: 1_767_225_600_000_000_000)
      let due = Timestamp(nanoseconds: created.nanoseconds + 60_000_000_000)
      let id = try #require(ScheduleID("schedule-1"))
      try service.home.write(
        ScheduleRecord(
          schedule: Schedule(
            id: id,
            definition: ScheduleDefinition(
              name: "test", trigger: TriggerSpecification(.interval(seconds: 60), timeZone: "UTC"),
              start: TrainingCommand(command: ["true"], workingDirectory: scratch.path)),
            createdAt: created, updatedAt: created, triggerSetAt: created),
          progress: ScheduleProgress(state: ScheduleState(handledThrough: created), status: .active)))
      #expect(await service.archive.reconcileSchedules())

      // Whoever let it appear died before the end of his transaction.
      let occurrence = ScheduledOccurrence(schedule: id, scheduledFor: due)
      let draft = try service.home.makeDraft(ofOccurrenceRun: RunID(of: occurrence))
      do { _ = try FileLock(path: draft.lockPath) }
      try draft.write(
        RunSpecification(
          id: RunID(of: occurrence), command: ["true"], workingDirectory: scratch.path, detach: true,
          createdAt: due, occurrence: occurrence))
      let run = try service.home.publish(draft, as: RunID(of: occurrence))
      // The next one finds it when it looks through the home, and takes it up before it looks at what is due.
      _ = await service.archive.inventory()
      if isTakenUp { try FileSystem.makeFIFO(run.controlPath) }
      for _ in 1...2 {
        let firing = await service.archive.fire(now: due, watchingSince: created)
        #expect(firing.problem == nil)
        #expect(firing.orders.isEmpty)
      }
      let executions = try await service.onHistory { try $0.executions(of: id, limit: 9) }
      #expect(executions?.map(\.run) == [RunID(of: occurrence)])
      let state = try #require(try await service.onHistory { try $0.schedule(id) }).progress.state
      #expect(state.tally.started == 1)
      #expect(state.handledThrough == due)
    }
  }
}
