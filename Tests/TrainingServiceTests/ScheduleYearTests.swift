import Platform
import RunHistory
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

/// A year of schedules on a clock of the test's own, with a database, directories and locks that are real.
@Suite(.timeLimit(.minutes(10))) struct ScheduleYearTests {
  private static let start = Timestamp(nanoseconds: 1_767_225_600_000_000_000)  // 2026-01-01T00:00:00Z
  private static let hour: Int64 = 3_600_000_000_000

  @Test(arguments: [1, 2]) func everyDueTimeIsAccountedForOnce(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    try await ScratchDirectory.with { scratch in
      let loop = try EventLoop()
      try Thread.start(name: "archive") { loop.run() }
      defer { loop.stop() }
      let home = HomeDirectory(path: scratch.path("home"))
      let schedules = try Self.schedules(in: scratch)
      for schedule in schedules { try home.write(schedule) }

      var archive = RunArchive(loop: loop, home: home, complain: { Issue.record("\($0)") })
      await archive.reconcileSchedules()
      var now = Self.start
      var watchingSince = now
      var ends: [(time: Timestamp, run: RunID)] = []
      var looks = DataLooks()
      var move = Move(schedules.last { $0.schedule.definition.name == "moved" }, from: Self.start)
      let yearEnd = Timestamp(nanoseconds: Self.start.nanoseconds + 365 * 24 * Self.hour)
      while now < yearEnd {
        if let orders = try await move.perform(at: now, watchingSince: watchingSince, in: archive) {
          // What was due at that moment by the old zone.
          for run in orders.map(\.specification.id) { ends.append((now, run)) }
        }
        let firing = await archive.fire(now: now, watchingSince: watchingSince, looks: looks)
        #expect(firing.problem == nil)
        #expect(firing.found.isEmpty, "what was entered is not found again")
        let isKilled = Int.random(in: 0..<40, using: &generator) == 0
        for run in firing.orders.map(\.specification.id) {
          let length = Int64.random(in: 0...9, using: &generator) * Self.hour
          ends.append((Timestamp(nanoseconds: now.nanoseconds + length), run))
        }
        for id in firing.usedLooks { looks.done[id] = nil }
        for order in firing.lookOrders { looks.done[order.schedule] = Self.look(order, &generator) }
        if !firing.lookOrders.isEmpty {
          // Time goes by while somebody looks.
          now = Timestamp(
            nanoseconds: now.nanoseconds + Int64.random(in: 0...60, using: &generator) * 1_000_000_000)
          continue
        }
        if firing.hasMore { continue }
        // The next moment at which anything happens, or after an absence the moment of the return.
        var next = min(firing.nextDue ?? yearEnd, ends.map(\.time).min() ?? yearEnd)
        if isKilled {
          next = Timestamp(
            nanoseconds: now.nanoseconds + Int64.random(in: 1...400_000, using: &generator) * 1_000_000_000)
          looks = DataLooks()
          archive = RunArchive(loop: loop, home: home, complain: { Issue.record("\($0)") })
        }
        now = min(max(next, now), yearEnd)
        if isKilled { watchingSince = now }
        for end in ends where end.time <= now {
          let status = Bool.random(using: &generator) ? ExecutionStatus.completed : .failed
          let settled = await archive.settle(
            end.run,
            ExecutionEnd(
              status: status, startedAt: end.time, completedAt: end.time, output: nil, errorMessage: "e",
              failure: status == .failed
                ? ErrorSummary(failureType: .networkError, message: "e", confidence: .high, retry: .mayHelp)
                : nil))
          #expect(settled)
        }
        ends.removeAll { $0.time <= now }
      }
      looks = DataLooks()
      for order in await archive.fire(now: now, watchingSince: watchingSince).lookOrders {
        looks.done[order.schedule] = Self.look(order, &generator)
      }
      _ = await archive.fire(now: now, watchingSince: watchingSince, looks: looks)
      try expectAccounts(of: schedules, move, home: home)
    }
  }

  /// A schedule that goes from zone to zone, as that of somebody who travels.
  private struct Move {
    private static let zones = ["America/New_York", "Asia/Tokyo", "Pacific/Apia", "Europe/Berlin", "UTC"]

    let id: ScheduleID?
    private var trigger: TriggerSpecification?
    private var zones = Self.zones[...]
    /// When it was moved last.
    private(set) var since: Timestamp
    /// Due times before that.
    private(set) var dueBefore = 0

    var hasBeenEverywhere: Bool { zones.isEmpty }

    init(_ record: ScheduleRecord?, from start: Timestamp) {
      id = record?.schedule.id
      trigger = record?.schedule.definition.trigger
      since = start
    }

    /// Moves it once two months have passed.
    ///
    /// - Returns: what was due at that moment; nil when it was not moved.
    mutating func perform(
      at now: Timestamp, watchingSince: Timestamp, in archive: RunArchive
    ) async throws -> [StartOrder]? {
      guard let id, var trigger, now.nanoseconds - since.nanoseconds > 60 * 24 * hour,
        let zone = zones.popFirst()
      else { return nil }
      let before = try TriggerReader().read(trigger, key: id.rawValue, setAt: since)
      dueBefore += before.timetable.count(after: since, through: now)
      trigger.timeZone = zone
      var changes = ScheduleChanges()
      changes.trigger = trigger
      let update = ScheduleUpdate(changes: changes, now: now, watchingSince: watchingSince)
      let changed = try await archive.change(id, at: now, watchingSince: watchingSince, nil) {
        record, running, rules, verdict in
        try update.apply(to: &record, running: running, rules: rules, verdict)
      }
      (self.trigger, since) = (trigger, now)
      return try #require(changed).firing.orders
    }
  }

  private func expectAccounts(of schedules: [ScheduleRecord], _ move: Move, home: HomeDirectory) throws {
    let database = try HistoryDatabase(path: home.historyPath)
    var runs: Set<RunID> = []
    for schedule in schedules {
      let record = try #require(try database.schedule(schedule.schedule.id))
      let name = record.schedule.definition.name
      let trigger = try TriggerReader().read(
        record.schedule.definition.trigger, key: record.schedule.id.rawValue,
        setAt: record.schedule.triggerSetAt)
      let state = record.progress.state
      let isMoved = record.schedule.id == move.id
      let due =
        trigger.timetable.count(after: isMoved ? move.since : Self.start, through: state.handledThrough)
        + (isMoved ? move.dueBefore : 0)
      #expect(due > 0, "\(name)")
      #expect(state.tally.total + state.queue.count == due, "\(name)")
      let executions = try #require(try database.executions(of: record.schedule.id, limit: 100_000))
      #expect(executions.map(\.occurrences).reduce(0, +) == state.tally.total, "\(name)")
      #expect(Set(executions.map(\.scheduledFor)).count == executions.count, "\(name)")
      #expect(executions.count { $0.run != nil } == state.tally.started, "\(name)")
      for execution in executions where execution.run != nil {
        #expect(execution.earlierRuns.count == execution.attempts - 1, "\(name)")
        #expect(execution.attempts <= (record.schedule.definition.policy.retry?.maxAttempts ?? 1), "\(name)")
      }
      if let retry = record.schedule.definition.policy.retry {
        #expect(executions.contains { $0.attempts == retry.maxAttempts && $0.status == .failed }, "\(name)")
        #expect(executions.contains { $0.attempts > 1 && $0.status == .completed }, "\(name)")
      }
      if case .schedule(let other) = record.schedule.definition.after {
        let completed = try #require(try database.schedule(other)).progress.successRuns
        #expect(completed > 0)
        #expect((1...completed).contains(state.tally.started), "one start for each completion at most")
      }
      let waiting = executions.filter { $0.retryAt != nil }
      #expect(Set(waiting.map(\.scheduledFor)) == Set(state.retries.map(\.scheduledFor)), "\(name)")
      let open = executions.count { $0.status == .running } + waiting.count
      #expect(
        record.progress.successRuns + record.progress.failedRuns + open
          == state.tally.started + state.tally.failedUnstarted, "\(name)")
      if !record.schedule.definition.training.data.isEmpty {
        #expect(state.tally.skippedUnchanged + state.tally.failedUnstarted > 0, "\(name)")
        #expect(state.tally.started > 0, "\(name)")
      }
      runs.formUnion(executions.compactMap(\.run) + executions.flatMap(\.earlierRuns))
    }
    #expect(move.hasBeenEverywhere)
    #expect(try Set(home.runIDs()) == runs)
  }

  /// Data that are often what they were.
  private static func look(_ order: DataLookOrder, _ generator: inout SeededGenerator) -> DataLook {
    guard Int.random(in: 0..<10, using: &generator) > 0 else {
      return DataLook(order.scope, askedAt: order.askedAt, finding: .partial(reason: "x"))
    }
    var builder = DataStateBuilder(order.scope)
    let day = 24 * hour
    for number in 0..<Int.random(in: 1...2, using: &generator) {
      builder.add(path: [UInt8(number)], size: 1, changedAt: order.askedAt.nanoseconds / day * day)
    }
    return DataLook(order.scope, askedAt: order.askedAt, finding: .whole(builder.state))
  }

  private static func schedules(in scratch: ScratchDirectory) throws -> [ScheduleRecord] {
    let kinds: [(name: String, trigger: TriggerSpecification, policy: SchedulePolicy)] = [
      (
        "daily in the gap", TriggerSpecification(.cron(expression: "30 2 * * *"), timeZone: "Europe/Berlin"),
        .init()
      ),
      (
        "weekdays", TriggerSpecification(.cron(expression: "15 1 * * 1-5"), timeZone: "America/New_York"),
        .init()
      ),
      ("six hours", TriggerSpecification(.interval(seconds: 21_600), timeZone: "UTC"), .init()),
      (
        "queued", TriggerSpecification(.interval(seconds: 14_400), timeZone: "UTC", jitter: 600),
        .init(overlap: .queue)
      ),
      (
        "patient", TriggerSpecification(.interval(seconds: 86_400), timeZone: "UTC"),
        .init(misfireGrace: 259_200, catchUp: .all, overlap: .queue)
      ),
      (
        "absent", TriggerSpecification(.cron(expression: "0 */8 * * *"), timeZone: "Australia/Lord_Howe"),
        .init(catchUp: .none, overlap: .allow)
      ),
      (
        "stubborn", TriggerSpecification(.interval(seconds: 86_400), timeZone: "UTC"),
        .init(overlap: .queue, retry: RetryPolicy(maxAttempts: 3, backoff: 7_000))
      ),
      (
        "moved", TriggerSpecification(.cron(expression: "30 */5 * * *"), timeZone: "Europe/Berlin"),
        .init(overlap: .allow)
      ),
      ("follower", TriggerSpecification(.interval(seconds: 43_200), timeZone: "UTC"), .init()),
      ("monthly", TriggerSpecification(.cron(expression: "@monthly"), timeZone: "Asia/Kolkata"), .init()),
      ("new data", TriggerSpecification(.interval(seconds: 7_200), timeZone: "UTC"), .init()),
      (
        "new data, patient", TriggerSpecification(.interval(seconds: 10_800), timeZone: "UTC"),
        .init(misfireGrace: 86_400, catchUp: .all, overlap: .queue)
      ),
      (
        "changed data", TriggerSpecification(.cron(expression: "0 */3 * * *"), timeZone: "Europe/Berlin"),
        .init(overlap: .allow)
      ),
      ("once", TriggerSpecification(.once(runAt: "2026-07-01T12:00:00Z"), timeZone: "UTC"), .init()),
    ]
    let trainings: [String: TrainingPlan] = [
      "new data": TrainingPlan(mode: .incremental, data: ["a"]),
      "new data, patient": TrainingPlan(mode: .incremental, data: ["a"], onNoNewData: .skip),
      "changed data": TrainingPlan(data: ["a"]),
    ]
    func id(_ number: Int) throws -> ScheduleID {
      try #require(ScheduleID("schedule-\(number)-abcdefghijklmnopqrstuvwx\(10 + number)"))
    }
    return try kinds.enumerated().map { number, kind in
      ScheduleRecord(
        schedule: Schedule(
          id: try id(number),
          definition: ScheduleDefinition(
            name: kind.name, trigger: kind.trigger,
            start: TrainingCommand(command: ["true"], workingDirectory: scratch.path),
            training: trainings[kind.name] ?? TrainingPlan(), policy: kind.policy,
            after: kind.name == "follower" ? .schedule(try id(0)) : nil),
          createdAt: Self.start, updatedAt: Self.start, triggerSetAt: Self.start),
        progress: ScheduleProgress(state: ScheduleState(handledThrough: Self.start), status: .active))
    }
  }
}
