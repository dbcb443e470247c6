import Platform
import RunHistory
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// What comes due and depends on data: nothing is decided without a look, and each due time once.
@Suite(.timeLimit(.minutes(10))) struct DataFiringTests {
  private static let start = Timestamp(nanoseconds: 1_767_225_600_000_000_000)  // 2026-01-01T00:00:00Z

  private static func later(_ seconds: Int64) -> Timestamp {
    Timestamp(nanoseconds: start.nanoseconds + seconds * 1_000_000_000)
  }

  /// An archive with one schedule that comes due every minute, and what a test does to it.
  private struct Stage {
    let archive: RunArchive
    let home: HomeDirectory
    let id: ScheduleID
    let scope: DataScope

    func look(_ state: DataState, at seconds: Int64) -> DataLook {
      DataLook(scope, askedAt: later(seconds), finding: .whole(state))
    }

    func state(_ files: [String: Int64]) -> DataState {
      var builder = DataStateBuilder(scope)
      for (name, seconds) in files {
        builder.add(path: Array("/\(name)".utf8), size: 1, changedAt: later(seconds).nanoseconds)
      }
      return builder.state
    }

    func fire(at seconds: Int64, _ look: DataLook? = nil, underWay: Set<ScheduleID> = []) async
      -> RunArchive.Firing
    {
      let firing = await archive.fire(
        now: later(seconds), watchingSince: start,
        looks: DataLooks(done: look.map { [id: $0] } ?? [:], underWay: underWay))
      #expect(firing.problem == nil)
      return firing
    }

    func settle(_ run: RunID, _ status: ExecutionStatus, startedAt: Int64) async {
      let settled = await archive.settle(
        run,
        ExecutionEnd(
          status: status, startedAt: later(startedAt), completedAt: later(startedAt + 1), output: nil,
          errorMessage: nil))
      #expect(settled)
    }

    func executions() throws -> [Execution] {
      try #require(try HistoryDatabase(path: home.historyPath).executions(of: id, limit: 100)).reversed()
    }

    func record() throws -> ScheduleRecord {
      try #require(try HistoryDatabase(path: home.historyPath).schedule(id))
    }
  }

  private func with(
    _ training: TrainingPlan, _ policy: SchedulePolicy = SchedulePolicy(),
    _ body: (Stage) async throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      let loop = try EventLoop()
      try Thread.start(name: "archive") { loop.run() }
      defer { loop.stop() }
      let home = HomeDirectory(path: scratch.path("home"))
      let id = try #require(ScheduleID("schedule-1"))
      try home.write(
        ScheduleRecord(
          schedule: Schedule(
            id: id,
            definition: ScheduleDefinition(
              name: "test", trigger: TriggerSpecification(.interval(seconds: 60), timeZone: "UTC"),
              start: TrainingCommand(command: ["true"], workingDirectory: scratch.path), training: training,
              policy: policy),
            createdAt: Self.start, updatedAt: Self.start, triggerSetAt: Self.start),
          progress: ScheduleProgress(state: ScheduleState(handledThrough: Self.start), status: .active)))
      let archive = RunArchive(loop: loop, home: home, complain: { Issue.record("\($0)") })
      await archive.reconcileSchedules()
      try await body(
        Stage(
          archive: archive, home: home, id: id,
          scope: DataScope(directory: scratch.path, globs: training.data)))
    }
  }

  private static let incremental = TrainingPlan(mode: .incremental, data: ["data/**"])
  private static let full = TrainingPlan(data: ["data/**"])

  @Test func withoutALookNothingIsDecided() async throws {
    try await with(Self.incremental) { stage in
      let firing = await stage.fire(at: 60)
      #expect(firing.orders.isEmpty)
      #expect(
        firing.lookOrders == [
          DataLookOrder(schedule: stage.id, scope: stage.scope, askedAt: Self.later(60))
        ])
      #expect(firing.nextDue == nil, "it waits for the look alone")
      #expect(try stage.executions().isEmpty)
      let waiting = await stage.fire(at: 61, underWay: [stage.id])
      #expect(waiting.lookOrders.isEmpty && waiting.orders.isEmpty)
      #expect(waiting.nextDue == nil)
      let handled = try stage.record().progress.state.handledThrough
      #expect(handled == Self.start)
      let state = stage.state(["a": 1])
      let fired = await stage.fire(at: 62, stage.look(state, at: 60))
      #expect(fired.usedLooks == [stage.id])
      #expect(fired.orders.map(\.environment["SIGNALBOX_TRAINING_MODE"]) == ["full"], "there was no success")
      let data = try stage.executions().map(\.data)
      #expect(data == [state])
    }
  }

  @Test func incrementalRunsWhenSomethingIsNew() async throws {
    try await with(Self.incremental) { stage in
      let old = stage.state(["a": 1])
      let first = await stage.fire(at: 60, stage.look(old, at: 60))
      await stage.settle(try #require(first.orders.first).specification.id, .completed, startedAt: 61)
      #expect(try stage.record().progress.lastSuccess?.data == old)

      #expect(await stage.fire(at: 120, stage.look(old, at: 120)).orders.isEmpty)
      let failed = try #require(try stage.executions().last)
      #expect(failed.status == .failed)
      #expect(failed.reason == .noNewData)
      #expect(failed.run == nil)
      #expect(failed.completedAt != nil)
      #expect(failed.errorMessage?.hasPrefix("no_new_data: nothing in its data (data/** in ") == true)
      #expect(failed.errorMessage?.contains("1 file, the newest /a of 2026-01-01T00:00:01.000Z") == true)
      #expect(try stage.record().progress.lastError == failed.errorMessage)

      let new = stage.state(["a": 1, "b": 130])
      let third = await stage.fire(at: 180, stage.look(new, at: 180))
      #expect(third.orders.map(\.environment["SIGNALBOX_TRAINING_MODE"]) == ["incremental"])
      await stage.settle(try #require(third.orders.first).specification.id, .failed, startedAt: 181)
      // What failed has trained nothing: the data are still new.
      let fourth = await stage.fire(at: 240, stage.look(new, at: 240))
      #expect(fourth.orders.count == 1)
      await stage.settle(try #require(fourth.orders.first).specification.id, .completed, startedAt: 241)

      let progress = try stage.record().progress
      #expect(progress.state.tally == OccurrenceTally(started: 3, failedUnstarted: 1))
      #expect(progress.failedRuns == 2, "a run, and the one without new data")
      #expect(progress.successRuns == 2)
      #expect(progress.lastSuccess?.startedAt == Self.later(241))
      #expect(try stage.executions().map(\.scheduledFor) == [60, 120, 180, 240].map(Self.later))
    }
  }

  @Test func noNewDataMayBeSkippedAndIsNoRun() async throws {
    var training = Self.incremental
    training.onNoNewData = .skip
    try await with(training, SchedulePolicy(maxRuns: 2)) { stage in
      let old = stage.state(["a": 1])
      let first = await stage.fire(at: 60, stage.look(old, at: 60))
      await stage.settle(try #require(first.orders.first).specification.id, .completed, startedAt: 61)
      for time in [120, 180] as [Int64] {
        #expect(await stage.fire(at: time, stage.look(old, at: time)).orders.isEmpty)
      }
      let skipped = try stage.executions().dropFirst()
      #expect(skipped.map(\.status) == [.skippedUnchanged, .skippedUnchanged])
      #expect(skipped.allSatisfy { $0.reason == .noNewData && $0.data == old })
      let progress = try stage.record().progress
      #expect(progress.lastError == nil)
      #expect(progress.state.tally == OccurrenceTally(started: 1, skippedUnchanged: 2))
      #expect(progress.lastSuccess?.startedAt == Self.later(61))
      #expect(progress.status == .active, "it may have one run more")
      let last = await stage.fire(at: 240, stage.look(stage.state(["b": 200]), at: 240))
      #expect(last.orders.count == 1)
      #expect(try stage.record().progress.status == .completed)
    }
  }

  @Test(arguments: [false, true]) func fullRunsWhenSomethingHasChanged(isForced: Bool) async throws {
    var training = Self.full
    training.forceRetrain = isForced
    try await with(training) { stage in
      let data = stage.state(["a": 1, "b": 2])
      let first = await stage.fire(at: 60, stage.look(data, at: 60))
      await stage.settle(try #require(first.orders.first).specification.id, .completed, startedAt: 61)
      let second = await stage.fire(at: 120, stage.look(data, at: 120))
      #expect(second.orders.count == (isForced ? 1 : 0))
      #expect(try stage.executions().last?.status == (isForced ? .running : .skippedUnchanged))
      #expect(try stage.executions().last?.reason == (isForced ? nil : .unchanged))
      for order in second.orders { await stage.settle(order.specification.id, .completed, startedAt: 121) }
      // One is gone.
      let third = await stage.fire(at: 180, stage.look(stage.state(["a": 1]), at: 180))
      #expect(third.orders.count == 1)
    }
  }

  @Test func whatCannotBeSeenOrIsNotThereIsStartedWithAWarning() async throws {
    try await with(Self.full) { stage in
      let blind = DataLook(
        stage.scope, askedAt: Self.later(60), finding: .partial(reason: "opendir /x: Permission denied"))
      let first = await stage.fire(at: 60, blind)
      await stage.settle(try #require(first.orders.first).specification.id, .completed, startedAt: 61)
      let second = await stage.fire(at: 120, stage.look(stage.state([:]), at: 120))
      #expect(second.orders.count == 1)
      let executions = try stage.executions()
      #expect(executions.map { $0.data == nil } == [true, false])
      #expect(executions[0].status == .completed)
      #expect(executions[0].warning?.contains("because opendir /x: Permission denied") == true)
      #expect(executions[1].warning?.hasPrefix("No file matches its data") == true)
      #expect(try stage.record().progress.lastError == executions[1].warning)
    }
  }

  @Test func withoutASuccessItMayBeRefused() async throws {
    var training = Self.incremental
    training.firstIncremental = .refuse
    try await with(training) { stage in
      let firing = await stage.fire(at: 60)
      #expect(firing.lookOrders.isEmpty, "no data are needed for that")
      #expect(firing.orders.isEmpty)
      let execution = try #require(try stage.executions().last)
      #expect(execution.status == .failed)
      #expect(execution.reason == .noSuccessBefore)
      #expect(try stage.record().progress.failedRuns == 1)
      #expect(try stage.home.runIDs().isEmpty)
    }
  }

  /// A slow look makes nothing late, and decides on nothing that came due after it was asked for.
  @Test func whatComesDueDuringALookIsDecidedWithAnother() async throws {
    try await with(Self.incremental, SchedulePolicy(misfireGrace: 0, overlap: .allow)) { stage in
      let state = stage.state(["a": 1])
      let first = await stage.fire(at: 190, stage.look(state, at: 60))
      #expect(first.orders.map(\.specification.occurrence?.scheduledFor) == [Self.later(60)])
      #expect(first.hasMore)
      let second = await stage.fire(at: 190)
      #expect(second.lookOrders.map(\.askedAt) == [Self.later(190)])
      _ = await stage.fire(at: 191, stage.look(state, at: 190))
      let executions = try stage.executions()
      #expect(executions.map(\.scheduledFor) == [60, 120, 180].map(Self.later))
      #expect(executions.map(\.status) == [.running, .missed, .running])
    }
  }

  @Test func aLookAtOtherDataDecidesNothing() async throws {
    try await with(Self.full) { stage in
      let other = DataScope(directory: "/", globs: ["data/**"])
      let firing = await stage.fire(
        at: 60, DataLook(other, askedAt: Self.later(60), finding: .whole(stage.state([:]))))
      #expect(firing.lookOrders.map(\.scope) == [stage.scope])
      #expect(firing.usedLooks == [stage.id])
      let executions = try stage.executions()
      #expect(executions.isEmpty)
    }
  }

  @Test func whatDoesNotStartAnywayNeedsNoLook() async throws {
    try await with(Self.full) { stage in
      let first = await stage.fire(at: 60, stage.look(stage.state(["a": 1]), at: 60))
      let run = try #require(first.orders.first).specification.id
      let second = await stage.fire(at: 120)
      #expect(second.lookOrders.isEmpty)
      #expect(try stage.executions().map(\.status) == [.running, .skippedOverlap])
      await stage.settle(run, .completed, startedAt: 61)
      let absent = await stage.fire(at: 10_000 - 10_000 % 60 + 30)
      #expect(absent.lookOrders.count == 1, "of an absence the newest may run")
    }
  }

  /// Whoever died between the run's appearance and its entry had decided: nobody decides otherwise.
  @Test func aRunThatHasAppearedIsTakenOver() async throws {
    try await with(Self.incremental) { stage in
      let old = stage.state(["a": 1])
      let first = await stage.fire(at: 60, stage.look(old, at: 60))
      await stage.settle(try #require(first.orders.first).specification.id, .completed, startedAt: 61)
      let occurrence = ScheduledOccurrence(schedule: stage.id, scheduledFor: Self.later(120))
      let run = RunID(of: occurrence)
      let draft = try stage.home.makeDraft(ofOccurrenceRun: run)
      do { _ = try FileLock(path: draft.lockPath) }
      try draft.write(
        RunSpecification(
          id: run, command: ["true"], workingDirectory: "/", createdAt: Self.later(120),
          occurrence: occurrence))
      _ = try stage.home.publish(draft, as: run)
      let second = await stage.fire(at: 120, stage.look(old, at: 120))
      #expect(second.found == [run])
      #expect(try stage.executions().map(\.status) == [.completed, .running])
    }
  }

  @Test func aChangeAtADueTimeDecidesByTheDataToo() async throws {
    try await with(Self.incremental) { stage in
      let old = stage.state(["a": 1])
      let first = await stage.fire(at: 60, stage.look(old, at: 60))
      await stage.settle(try #require(first.orders.first).specification.id, .completed, startedAt: 61)
      func pause(_ look: DataLook?) async throws -> Int? {
        try await stage.archive.change(stage.id, at: Self.later(121), watchingSince: Self.start, look) {
          record, running, rules, verdict in
          let plan = rules.pause(
            record.progress.state, at: Self.later(121), running: running, watchingSince: Self.start, verdict)
          record.apply(plan, rules)
          return (rules, plan)
        }?.firing.orders.count
      }
      await #expect(throws: DataLookOrder.self) { _ = try await pause(nil) }
      #expect(try stage.record().progress.status == .active, "nothing was changed")
      #expect(try await pause(stage.look(old, at: 121)) == 0)
      #expect(try stage.record().progress.status == .paused)
      #expect(try stage.executions().map(\.reason) == [nil, .noNewData])
    }
  }
}
