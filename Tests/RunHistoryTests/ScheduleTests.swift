import RunHistory
import Scheduling
import Testing
import TrainingModel

/// Schedules and their executions in the history: as a whole or not at all, and each end once.
@Suite struct ScheduleTests {
  private struct Refusal: Error {}

  private func record(_ number: Int, name: String = "test") throws -> ScheduleRecord {
    let created = Examples.later(Int64(number))
    return ScheduleRecord(
      schedule: Schedule(
        id: try #require(ScheduleID("schedule-\(number)")),
        definition: ScheduleDefinition(
          name: name, trigger: TriggerSpecification(.interval(seconds: 60), timeZone: "UTC"),
          start: TrainingCommand(command: ["true"])),
        createdAt: created, updatedAt: created, triggerSetAt: created),
      progress: ScheduleProgress(state: ScheduleState(handledThrough: created), status: .active))
  }

  private func execution(
    _ number: Int, of record: ScheduleRecord, _ status: ExecutionStatus = .running
  ) throws -> Execution {
    Execution(
      id: "execution-\(number)", schedule: record.schedule.id, scheduledFor: Examples.later(Int64(number)),
      startedAt: Examples.later(Int64(number)), status: status,
      run: status == .running ? try Examples.id(number) : nil)
  }

  private func end(_ status: ExecutionStatus, _ second: Int64 = 9) -> ExecutionEnd {
    ExecutionEnd(
      status: status, startedAt: Examples.later(second), completedAt: Examples.later(second + 1),
      output: "last", errorMessage: status == .completed ? nil : "broken")
  }

  @Test func whatThrowsBeforeTheEndLeavesNothing() throws {
    let history = try HistoryDatabase.inMemory()
    let record = try record(1)
    #expect(throws: Refusal.self) {
      try history.insert(record, nextDue: nil) { throw Refusal() }
    }
    #expect(try history.schedule(record.schedule.id) == nil)
    try history.insert(record, nextDue: Examples.later(60))
    #expect(throws: Refusal.self) {
      _ = try history.change(record.schedule.id) { record, _ in
        record.schedule.definition.name = "other"
        throw Refusal()
      }
    }
    #expect(throws: Refusal.self) {
      _ = try history.delete(record.schedule.id) { throw Refusal() }
    }
    #expect(try history.schedule(record.schedule.id) == record)
  }

  @Test func aChangeEntersRunsExecutionsAndTheNextTimeAtOnce() throws {
    let history = try HistoryDatabase.inMemory()
    let record = try record(1)
    let id = record.schedule.id
    try history.insert(record, nextDue: Examples.later(60))
    #expect(try history.schedules(dueBy: Examples.later(59), limit: 9).isEmpty)
    #expect(try history.schedules(dueBy: Examples.later(60), limit: 9) == [id])
    let changed = try history.change(id) { record, running in
      #expect(running.isEmpty)
      record.progress.state.handledThrough = Examples.later(60)
      return ScheduleStep(
        runs: [try Examples.specification(60)], executions: [try execution(60, of: record)],
        nextDue: Examples.later(120))
    }
    #expect(try history.schedule(id) == changed)
    #expect(try history.nextDue() == Examples.later(120))
    let stored = try history.run(try Examples.id(60))
    #expect(stored != nil)
    let open = try execution(60, of: record)
    #expect(try history.openExecutions() == [open])
    #expect(try history.schedules(handledBeyond: Examples.later(59)) == [id])
    #expect(try history.schedules(handledBeyond: Examples.later(60)).isEmpty)
    let run = try Examples.id(60)
    _ = try history.change(id) { _, running in
      #expect(running == [run])
      return ScheduleStep(nextDue: nil)
    }
    #expect(try history.nextDue() == nil)
  }

  @Test func anOccurrenceHasOneExecutionAndOneEnd() throws {
    let history = try HistoryDatabase.inMemory()
    let record = try record(1)
    let id = record.schedule.id
    try history.insert(record, nextDue: nil)
    for status in [ExecutionStatus.running, .missed] {
      _ = try history.change(id) { record, _ in
        ScheduleStep(executions: [try execution(60, of: record, status)], nextDue: nil)
      }
    }
    let run = try Examples.id(60)
    #expect(try history.settle(run, end(.failed)) == id)
    #expect(try history.settle(run, end(.completed)) == nil, "the first who says it decides")
    let found = try #require(try history.executions(of: id, limit: 9))
    #expect(found.count == 1)
    #expect(found.first?.status == .failed)
    #expect(found.first?.errorMessage == "broken")
    #expect(found.first?.output == "last")
    let progress = try #require(try history.schedule(id)).progress
    #expect((progress.successRuns, progress.failedRuns) == (0, 1))
    #expect(progress.lastError == "broken")
    #expect(progress.lastSuccess == nil)
  }

  @Test func theEndOfARunWakesWhatWaitsForIt() throws {
    let history = try HistoryDatabase.inMemory()
    var record = try record(1)
    record.progress.state.queue = [Examples.later(120)]
    try history.insert(record, nextDue: Examples.later(180))
    _ = try history.change(record.schedule.id) { record, _ in
      ScheduleStep(executions: [try execution(60, of: record)], nextDue: Examples.later(180))
    }
    _ = try history.settle(try Examples.id(60), end(.completed))
    #expect(try history.schedules(dueBy: Examples.later(61), limit: 9) == [record.schedule.id])
    let progress = try #require(try history.schedule(record.schedule.id)).progress
    #expect(progress.successRuns == 1)
    let run = try Examples.id(60)
    #expect(progress.lastSuccess?.run == run)
  }

  @Test func aSuccessKeepsTheDataThatItBeganWith() throws {
    let history = try HistoryDatabase.inMemory()
    let record = try record(1)
    let id = record.schedule.id
    let data = DataState(
      scope: 1, fingerprint: .max, files: 2, bytes: 3,
      newest: .init(path: "/a", changedAt: Examples.later(5)))
    try history.insert(record, nextDue: nil)
    var running = try execution(60, of: record)
    running.data = data
    running.warning = "w"
    var failed = try execution(120, of: record, .failed)
    failed.reason = .noNewData
    let executions = [running, failed]
    _ = try history.change(id) { _, _ in ScheduleStep(executions: executions, nextDue: nil) }
    #expect(try history.executions(of: id, limit: 9) == executions.reversed())
    _ = try history.settle(try Examples.id(60), end(.completed))
    let success = try #require(try history.schedule(id)?.progress.lastSuccess)
    #expect(success == .init(run: try Examples.id(60), startedAt: Examples.later(9), data: data))
    let settled = try #require(try history.executions(of: id, status: .completed, limit: 9)?.first)
    #expect(settled.data == data)
    #expect(settled.warning == "w")
  }

  @Test func pagesGoOnWhereTheyEnded() throws {
    let history = try HistoryDatabase.inMemory()
    let record = try record(1)
    let id = record.schedule.id
    try history.insert(record, nextDue: nil)
    _ = try history.change(id) { record, _ in
      ScheduleStep(executions: try (1...5).map { try execution($0, of: record, .missed) }, nextDue: nil)
    }
    let first = try #require(try history.executions(of: id, limit: 2))
    #expect(first.map(\.id) == ["execution-5", "execution-4"])
    let rest = try #require(try history.executions(of: id, after: first.last?.id, limit: 9))
    #expect(rest.map(\.id) == ["execution-3", "execution-2", "execution-1"])
    #expect(try history.executions(of: id, status: .running, limit: 9) == [])
    #expect(try history.executions(of: id, after: "nothing", limit: 9) == nil)
  }

  @Test func aLostHistoryIsEnteredFromRunsAndFile() throws {
    let history = try HistoryDatabase.inMemory()
    let file = try record(0)
    let timetable = Timetable(.interval(try IntervalGrid(seconds: 60, anchor: Examples.later(60))))
    let occurrence = ScheduledOccurrence(schedule: file.schedule.id, scheduledFor: Examples.later(180))
    let run = RunSpecification(
      id: RunID(of: occurrence), command: ["true"], workingDirectory: "/", createdAt: Examples.later(181),
      occurrence: occurrence)
    let record = RunRecord(
      specification: run, process: Examples.process,
      exit: ExitRecord(
        outcome: .exited(code: 0), startedAt: nil, endedAt: Examples.later(190), duration: 1),
      kept: nil)
    try history.restore([record])
    try history.restore(file, timetable: timetable) { _ in Examples.later(240) }
    let found = try #require(try history.executions(of: file.schedule.id, limit: 9))
    #expect(found.map(\.status) == [.completed, .missed, .missed])
    #expect(
      found.map(\.scheduledFor) == [Examples.later(180), Examples.later(120), Examples.later(60)])
    let progress = try #require(try history.schedule(file.schedule.id)).progress
    #expect(progress.state.handledThrough == Examples.later(180), "nothing before it may start again")
    #expect(progress.state.tally.started == 1)
    #expect(progress.state.tally.total == 3)
    #expect(progress.successRuns == 1)
    #expect(
      progress.lastSuccess == .init(run: run.id, startedAt: Examples.later(181)),
      "what comes after it is not the first")
    // Whoever enters it a second time changes nothing.
    try history.restore(file, timetable: timetable) { _ in nil }
    #expect(try history.nextDue() == Examples.later(240))
  }
}
