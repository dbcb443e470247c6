internal import Platform
internal import RunStore
package import Scheduling
internal import TrainingModel

/// Schedules, as callers ask for them.
extension RunRegistry {
  /// Next times that a picture of one schedule has.
  private static let shownTimes = 5

  /// Creates a schedule; it is active at once.
  ///
  /// - Throws: `ServiceError.badSchedule` with every problem, `outsideRoots`, `readOnly`, `schedulesUnavailable`.
  package func createSchedule(_ definition: ScheduleDefinition) async throws -> SchedulePicture {
    try await requireChangesAllowed()
    let now = self.now
    var generator = SystemRandomNumberGenerator()
    let id = ScheduleID(createdAt: now, using: &generator)
    var schedule = Schedule(
      id: id, definition: definition, createdAt: now, updatedAt: now, triggerSetAt: now)
    schedule.definition.start.workingDirectory = try policy.directory(for: definition.start.workingDirectory)
    let trigger = try read(schedule.definition.trigger, of: schedule)
    schedule.definition.trigger.timeZone = trigger.zone.name
    let rules = ScheduleRules(trigger.timetable, schedule.definition.policy)
    let problems = rules.problems(createdAt: now) + definition.training.problems
    guard problems.isEmpty else { throw ServiceError.badSchedule(ScheduleProblems(problems)) }
    let record = ScheduleRecord(
      schedule: schedule,
      progress: ScheduleProgress(state: rules.initialState(createdAt: now), status: .active))
    try await archive.create(record)
    announceChange(of: id)
    return picture(of: record, isWhole: true).warning(await warnings(aboutDataOf: record.schedule))
  }

  /// The schedules of the home.
  package func schedules(_ query: ScheduleList.Query) async throws -> ScheduleList {
    if case .off = scheduling { await lookForSchedules() }
    guard let page = try await archive.schedulePage(query) else {
      throw ServiceError.badScheduleCursor(query.cursor ?? "")
    }
    let records = page.records.prefix(query.limit)
    return ScheduleList(
      schedules: records.map { picture(of: $0, isWhole: false) }, counts: page.counts,
      nextCursor: page.records.count > query.limit ? records.last?.schedule.id.rawValue : nil)
  }

  /// One schedule, with its next times.
  package func schedule(_ text: String) async throws -> SchedulePicture {
    if case .off = scheduling { await lookForSchedules() }
    guard let id = ScheduleID(text), let record = try await archive.schedule(id) else {
      throw ServiceError.unknownSchedule(text)
    }
    return picture(of: record, isWhole: true)
  }

  /// Changes a schedule: runs that are under way are not touched, and its history stays.
  ///
  /// A new trigger counts from now on; what came due before was decided on by the old one.
  package func updateSchedule(_ text: String, _ changes: ScheduleChanges) async throws -> SchedulePicture {
    var changes = changes
    if var start = changes.start {
      start.workingDirectory = try policy.directory(for: start.workingDirectory)
      changes.start = start
    }
    let wanted = changes
    let changed = try await change(text) { record, running, moment in
      try ScheduleUpdate(changes: wanted, now: moment.now, watchingSince: moment.watchingSince).apply(
        to: &record, running: running, rules: moment.rules, moment.verdict)
    }
    guard wanted.data != nil || wanted.start != nil else { return changed }
    return changed.warning(await warnings(aboutDataOf: changed.schedule))
  }

  /// A schedule that somebody wants to delete, and may.
  ///
  /// - Throws: as `deleteSchedule`, before anybody is asked for nothing.
  package func scheduleToDelete(_ text: String) async throws -> SchedulePicture {
    try await requireChangesAllowed()
    return try await schedule(text)
  }

  /// Deletes a schedule and its history: runs stay, and those under way go on.
  package func deleteSchedule(_ text: String) async throws -> ScheduleDeletion {
    try await requireChangesAllowed()
    guard let id = ScheduleID(text), let record = try await archive.schedule(id) else {
      throw ServiceError.unknownSchedule(text)
    }
    let running = try await archive.delete(id)
    announceChange(of: id)
    return ScheduleDeletion(
      schedule: record.schedule, running: running, abandonedRetries: record.progress.state.retries.count)
  }

  /// Pauses a schedule; one that is paused stays so.
  package func pauseSchedule(_ text: String) async throws -> SchedulePicture {
    try await change(text) { record, running, moment in
      try Self.requireAlive(record)
      let plan = moment.rules.pause(
        record.progress.state, at: moment.now, running: running, watchingSince: moment.watchingSince,
        moment.verdict)
      record.apply(plan, moment.rules)
      return (moment.rules, plan)
    }
  }

  /// Goes on with a paused schedule, without making up what it missed; one that is active stays so.
  package func resumeSchedule(_ text: String) async throws -> SchedulePicture {
    try await change(text) { record, running, moment in
      try Self.requireAlive(record)
      let plan = moment.rules.resume(
        record.progress.state, at: moment.now, running: running, watchingSince: moment.watchingSince,
        moment.verdict)
      record.apply(plan, moment.rules)
      return (moment.rules, plan)
    }
  }

  /// What became of the occurrences of a schedule.
  package func history(of text: String, _ query: ExecutionList.Query) async throws -> ExecutionList {
    guard let id = ScheduleID(text), try await archive.schedule(id) != nil else {
      throw ServiceError.unknownSchedule(text)
    }
    guard let executions = try await archive.executions(of: id, query) else {
      throw ServiceError.badScheduleCursor(query.cursor ?? "")
    }
    let page = executions.prefix(query.limit)
    return ExecutionList(
      executions: Array(page), nextCursor: executions.count > query.limit ? page.last?.id : nil)
  }

  // MARK: Parts

  /// What a change of a schedule starts from: what it was, and what is due by then.
  private struct Moment {
    let rules: ScheduleRules
    let verdict: TrainingDecision.Verdict
    let now: Timestamp
    let watchingSince: Timestamp
  }

  private typealias Change =
    @Sendable (inout ScheduleRecord, _ running: Int, Moment) throws -> (ScheduleRules, OccurrencePlan)

  private func change(_ text: String, _ body: @escaping Change) async throws -> SchedulePicture {
    try await requireChangesAllowed()
    guard let id = ScheduleID(text) else { throw ServiceError.unknownSchedule(text) }
    var look: DataLook?
    while true {
      do { return try await change(id, look, body) } catch let order as DataLookOrder {
        // Something is due at this moment, and what becomes of it depends on its data.
        look = await self.look(order)
      }
    }
  }

  private func change(
    _ id: ScheduleID, _ look: DataLook?, _ body: @escaping Change
  ) async throws -> SchedulePicture {
    let (now, watchingSince) = (look?.askedAt ?? self.now, self.watchingSince)
    let changed = try await archive.change(id, at: now, watchingSince: watchingSince, look) {
      record, running, rules, verdict in
      try body(
        &record, running,
        Moment(rules: rules, verdict: verdict, now: now, watchingSince: watchingSince))
    }
    guard let changed else { throw ServiceError.unknownSchedule(id.rawValue) }
    for order in changed.firing.orders { launch(order) }
    for id in changed.firing.found { await settleOrFollow(id) }
    announceChange(of: id)
    return picture(of: changed.record, isWhole: true)
  }

  private static func requireAlive(_ record: ScheduleRecord) throws(ServiceError) {
    switch record.progress.status {
    case .active, .paused: return
    case .completed, .failed: throw .scheduleHasEnded(record.schedule.id, record.progress.status)
    }
  }

  private func requireChangesAllowed() async throws {
    if policy.isReadOnly { throw ServiceError.readOnly }
    if isShuttingDown { throw ServiceError.shuttingDown }
    if !isRecovered { await recovered() }
    if let refusal { throw ServiceError.homeRefused(reason: "\(refusal)") }
  }

  private func announceChange(of id: ScheduleID) {
    beginScheduling()
    wakeScheduler()
    if !news.isEmpty { tellChanges(inSchedulesWith: id) }
  }

  /// Since when whatever came due was looked at, as far as this process knows.
  private var watchingSince: Timestamp {
    if case .firing(let lease) = scheduling { lease.watchingSince } else { now }
  }

  private func read(_ trigger: TriggerSpecification, of schedule: Schedule) throws(ServiceError)
    -> ReadTrigger
  {
    try TriggerReader().read(trigger, key: schedule.id.rawValue, setAt: schedule.triggerSetAt)
  }

  private func picture(of record: ScheduleRecord, isWhole: Bool) -> SchedulePicture {
    // One whose zone is gone is shown without times.
    let trigger = try? read(record.schedule.definition.trigger, of: record.schedule)
    let progress = record.progress
    let rules = trigger.map { ScheduleRules($0.timetable, record.schedule.definition.policy) }
    let isActive = progress.status == .active
    let tally = progress.state.tally
    return SchedulePicture(
      schedule: record.schedule, status: progress.status,
      statistics: ScheduleStatistics(
        lastRunAt: progress.lastRunAt, nextRunAt: isActive ? rules?.nextDue(progress.state) : nil,
        totalRuns: tally.started, successRuns: progress.successRuns, failedRuns: progress.failedRuns,
        failedUnstarted: tally.failedUnstarted, skippedRuns: tally.skipped, lastError: progress.lastError),
      nextTimes: isWhole && isActive
        ? trigger?.nextTimes(after: progress.state.handledThrough, count: Self.shownTimes) ?? [] : [],
      warnings: trigger?.warnings ?? [], zone: trigger?.zone,
      waiting: progress.state.queue)
  }
}
