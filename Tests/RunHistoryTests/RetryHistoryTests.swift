import RunHistory
import SQLite
import Scheduling
import TestSupport
import Testing
import TrainingModel

/// Further attempts in the history: one execution, whatever dies.
@Suite struct RetryHistoryTests {
  private func record(_ retry: RetryPolicy? = RetryPolicy(maxAttempts: 3, backoff: 60)) throws
    -> ScheduleRecord
  {
    let created = Examples.later(0)
    return ScheduleRecord(
      schedule: Schedule(
        id: try #require(ScheduleID("schedule-1")),
        definition: ScheduleDefinition(
          name: "test", trigger: TriggerSpecification(.interval(seconds: 60), timeZone: "UTC"),
          start: TrainingCommand(command: ["true"]), policy: SchedulePolicy(retry: retry)),
        createdAt: created, updatedAt: created, triggerSetAt: created),
      progress: ScheduleProgress(state: ScheduleState(handledThrough: created), status: .completed))
  }

  private func execution(_ record: ScheduleRecord, attempt: Int, _ run: Int) throws -> Execution {
    Execution(
      id: "execution-1", schedule: record.schedule.id, scheduledFor: Examples.later(5),
      startedAt: Examples.later(Int64(run)), status: .running, run: try Examples.id(run), attempts: attempt)
  }

  private func end(_ status: ExecutionStatus, _ retry: ErrorSummary.Retry = .mayHelp) -> ExecutionEnd {
    ExecutionEnd(
      status: status, startedAt: Examples.later(9), completedAt: Examples.later(10), output: nil,
      errorMessage: status == .completed ? nil : "broken",
      failure: status == .failed
        ? ErrorSummary(failureType: .networkError, message: "m", confidence: .high, retry: retry) : nil)
  }

  private func enter(_ execution: Execution, in history: HistoryDatabase) throws {
    _ = try history.change(execution.schedule) { _, _ in
      ScheduleStep(executions: [execution], nextDue: nil)
    }
  }

  @Test func aFailureWaitsAndTheNextAttemptTakesItsPlace() throws {
    let history = try HistoryDatabase.inMemory()
    let record = try record()
    let id = record.schedule.id
    try history.insert(record, nextDue: nil)
    try enter(try execution(record, attempt: 1, 1), in: history)
    _ = try history.settle(try Examples.id(1), end(.failed))
    var found = try #require(try history.executions(of: id, limit: 9)?.first)
    #expect(found.status == .failed)
    #expect(found.retryAt == Examples.later(70))
    #expect(try history.nextDue() == Examples.later(70))
    var progress = try #require(try history.schedule(id)).progress
    #expect(progress.failedRuns == 0, "it has not come to its end")
    #expect(progress.lastError == "broken")
    #expect(progress.status == .active)

    try enter(try execution(record, attempt: 2, 2), in: history)
    found = try #require(try history.executions(of: id, limit: 9)?.first)
    #expect(found.status == .running)
    #expect(found.attempts == 2)
    #expect(found.earlierRuns == [try Examples.id(1)])
    #expect(found.retryAt == nil)
    #expect(found.errorMessage == nil)
    // Who plans the same again after a crash, or is late, changes nothing.
    try enter(try execution(record, attempt: 2, 2), in: history)
    try enter(try execution(record, attempt: 1, 1), in: history)
    #expect(try history.executions(of: id, limit: 9) == [found])

    _ = try history.settle(try Examples.id(2), end(.completed))
    progress = try #require(try history.schedule(id)).progress
    #expect((progress.successRuns, progress.failedRuns) == (1, 0))
  }

  @Test func whatIsNotTriedAgainCountsAtOnce() throws {
    for (retry, verdict, status) in [
      (nil, .mayHelp, .failed), (RetryPolicy(maxAttempts: 2), .uselessUnchanged, .failed),
      (RetryPolicy(maxAttempts: 2), .mayHelp, .killed),
    ] as [(RetryPolicy?, ErrorSummary.Retry, ExecutionStatus)] {
      let history = try HistoryDatabase.inMemory()
      let record = try record(retry)
      try history.insert(record, nextDue: nil)
      try enter(try execution(record, attempt: 1, 1), in: history)
      _ = try history.settle(try Examples.id(1), end(status, verdict))
      #expect(try history.executions(of: record.schedule.id, limit: 9)?.first?.retryAt == nil)
      #expect(try history.schedule(record.schedule.id)?.progress.failedRuns == 1)
      #expect(try history.nextDue() == nil)
    }
  }

  @Test func aLostHistoryHasTheLastAttemptWhateverOrderTheRunsComeIn() throws {
    let schedule = try #require(ScheduleID("schedule-1"))
    func run(_ attempt: Int, _ code: Int32) -> RunRecord {
      let occurrence = ScheduledOccurrence(
        schedule: schedule, scheduledFor: Examples.later(5), attempt: attempt)
      return RunRecord(
        specification: RunSpecification(
          id: RunID(of: occurrence), command: ["true"], workingDirectory: "/",
          createdAt: Examples.later(5), occurrence: occurrence),
        process: nil,
        exit: ExitRecord(
          outcome: .exited(code: code), startedAt: nil, endedAt: Examples.later(9), duration: 1), kept: nil)
    }
    let runs = [run(3, 0), run(1, 1), run(2, 1)]
    #expect(Set(runs.map(\.specification.id)).count == 3)
    let history = try HistoryDatabase.inMemory()
    try history.restore(runs)
    let found = try #require(try history.executions(of: schedule, limit: 9))
    #expect(found.map(\.status) == [.completed])
    #expect(found.first?.attempts == 3)
    #expect(found.first?.earlierRuns == [runs[1].specification.id, runs[2].specification.id])
    let file = try record()
    try history.restore(file, timetable: nil) { _ in nil }
    let progress = try #require(try history.schedule(schedule)).progress
    #expect((progress.successRuns, progress.failedRuns) == (1, 0))
    #expect(progress.state.tally.started == 1)
  }

  @Test func executionsOfAnOlderProgramAreRead() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      _ = try HistoryDatabase(path: path, migrations: Array(Migration.all.prefix(1)))
      try Database(path: path).execute(
        """
        INSERT INTO executions(execution_id, schedule_id, scheduled_for, status, process_id)
        VALUES ('execution-1', 'schedule-1', 5, 'failed', '\(try Examples.id(1).rawValue)')
        """)
      let history = try HistoryDatabase(path: path)
      let schedule = try #require(ScheduleID("schedule-1"))
      let found = try #require(try history.executions(of: schedule, limit: 9)?.first)
      #expect(found.attempts == 1)
      #expect(found.earlierRuns == [])
      #expect(found.run == (try Examples.id(1)))
    }
  }
}
