import Platform
import RunHistory
import RunStore
import SQLite
import Scheduling
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// Registries whose looks at data do not come back when one would like them to.
@Suite(.timeLimit(.minutes(10))) struct DataLookTests {
  private static var now: Timestamp { Timestamp(nanoseconds: SystemClock.wallNanoseconds()) }

  private func create(_ training: TrainingPlan, in home: HomeDirectory) throws -> ScheduleID {
    let now = Self.now
    var generator = SystemRandomNumberGenerator()
    let id = ScheduleID(createdAt: now, using: &generator)
    try home.write(
      ScheduleRecord(
        schedule: Schedule(
          id: id,
          definition: ScheduleDefinition(
            name: "test", trigger: TriggerSpecification(.interval(seconds: 1), timeZone: "UTC"),
            start: TrainingCommand(command: ["true"], workingDirectory: "/"), training: training),
          createdAt: now, updatedAt: now, triggerSetAt: now),
        progress: ScheduleProgress(state: ScheduleState(handledThrough: now), status: .active)))
    return id
  }

  private func executions(_ id: ScheduleID, _ home: HomeDirectory) throws -> [Execution] {
    guard FileSystem.kind(of: home.historyPath) == .file else { return [] }
    // While it is being made it cannot be read.
    guard let history = try? HistoryDatabase(path: home.historyPath, mode: .readOnly) else { return [] }
    return (try history.executions(of: id, limit: 1_000) ?? []).reversed()
  }

  private func expectEachOnce(_ executions: [Execution]) {
    for (earlier, later) in zip(executions, executions.dropFirst()) {
      #expect(later.scheduledFor.nanoseconds - earlier.scheduledFor.nanoseconds == 1_000_000_000)
    }
  }

  @Test func aLookThatTakesLongIsInNobodysWay() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let slow = try create(TrainingPlan(data: ["a"]), in: service.home)
      let quick = try create(TrainingPlan(), in: service.home)
      let pipe = try Pipe()
      let reading = OpenFile(try pipe.reading.duplicate())
      let writing = OpenFile(try pipe.writing.duplicate())
      _ = consume pipe
      await service.onRegistry {
        // However long this test waits for a processor, the look is not given up.
        $0.dataLooking.limits.seconds = 3_600
        $0.dataLooking.survey = { scope, _ in
          _ = try? reading.read()  // until there is something, or the other end is closed
          return .whole(DataStateBuilder(scope).state)
        }
      }
      await service.registry.takePartInScheduling()
      try await eventually("the other goes on") { try executions(quick, service.home).count >= 3 }
      #expect(try executions(slow, service.home).isEmpty, "nothing is decided without the look")
      writing.close()
      try await eventually("it comes to its turn") { try executions(slow, service.home).count >= 5 }
      expectEachOnce(try executions(quick, service.home))
      expectEachOnce(try executions(slow, service.home))
      // Of several that had come due by then the newest is started.
      let first = try executions(slow, service.home).first { $0.run != nil }
      #expect(first?.warning?.hasPrefix("No file matches its data") == true, "\(first as Any)")
      await service.registry.shutDown(until: SystemClock.monotonic())
    }
  }

  @Test func aLookThatHangsIsGivenUpAndNotTriedAgain() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let id = try create(TrainingPlan(data: ["a"]), in: service.home)
      let pipe = try Pipe()
      let reading = OpenFile(try pipe.reading.duplicate())
      let writing = OpenFile(try pipe.writing.duplicate())
      _ = consume pipe
      let looks = Recorder<DataScope>()
      await service.onRegistry {
        $0.dataLooking.limits.seconds = 0.2
        $0.dataLooking.patience = 0
        $0.dataLooking.survey = { scope, _ in
          looks.record(scope)
          _ = try? reading.read()  // until the other end is closed
          return .whole(DataStateBuilder(scope).state)
        }
      }
      await service.registry.takePartInScheduling()
      try await eventually("two were started") {
        try executions(id, service.home).count { $0.run != nil } >= 2
      }
      let started = try executions(id, service.home).filter { $0.run != nil }
      #expect(started[0].warning?.hasSuffix("because looking at them did not come to an end.") == true)
      #expect(started[1].warning?.hasSuffix("because an earlier look at data hangs in the system.") == true)
      #expect(looks.count == 1)
      writing.close()
      try await eventually("it looks again") { looks.count >= 2 }
      await service.registry.shutDown(until: SystemClock.monotonic())
    }
  }

  @Test func aPauseAtADueTimeHasTheDataLookedAtFirst() async throws {
    try await ScratchDirectory.with { scratch in
      let service = try await Service(in: scratch)
      let id = try create(TrainingPlan(data: ["a"]), in: service.home)
      try await eventually("it is due") {
        try service.home.schedule(id).schedule.createdAt.nanoseconds + 2_100_000_000 < Self.now.nanoseconds
      }
      let paused = try await service.registry.pauseSchedule(id.rawValue)
      #expect(paused.status == .paused)
      let executions = try executions(id, service.home)
      expectEachOnce(executions)
      #expect(executions.contains { $0.data?.files == 0 }, "\(executions)")
      #expect(executions.count == paused.statistics.totalRuns + paused.statistics.skippedRuns)
      await service.registry.shutDown(until: SystemClock.monotonic())
    }
  }
}
