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
    let problems = rules.problems(createdAt: now)
    guard problems.isEmpty else { throw ServiceError.badSchedule(ScheduleProblems(problems)) }
    let record = ScheduleRecord(
      schedule: schedule,
      progress: ScheduleProgress(state: rules.initialState(createdAt: now), status: .active))
    try await archive.create(record)
    announceChange()
    return picture(of: record, isWhole: true)
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
    let now = self.now
    let change = ScheduleUpdate(changes: changes, now: now, watchingSince: watchingSince)
    return try await self.change(text) { record, running, rules in
      try change.apply(to: &record, running: running, rules: rules)
    }
  }

  /// Deletes a schedule and its history: runs stay, and those under way go on.
  package func deleteSchedule(_ text: String) async throws -> ScheduleDeletion {
    try await requireChangesAllowed()
    guard let id = ScheduleID(text), let record = try await archive.schedule(id) else {
      throw ServiceError.unknownSchedule(text)
    }
    let running = try await archive.delete(id)
    announceChange()
    return ScheduleDeletion(
      schedule: record.schedule, running: running, abandonedRetries: record.progress.state.retries.count)
  }

  /// Pauses a schedule; one that is paused stays so.
  package func pauseSchedule(_ text: String) async throws -> SchedulePicture {
    let (now, watchingSince) = (self.now, self.watchingSince)
    return try await change(text) { record, running, rules in
      try Self.requireAlive(record)
      let plan = rules.pause(record.progress.state, at: now, running: running, watchingSince: watchingSince)
      record.apply(plan, rules)
      return (rules, plan)
    }
  }

  /// Goes on with a paused schedule, without making up what it missed; one that is active stays so.
  package func resumeSchedule(_ text: String) async throws -> SchedulePicture {
    let (now, watchingSince) = (self.now, self.watchingSince)
    return try await change(text) { record, running, rules in
      try Self.requireAlive(record)
      let plan = rules.resume(record.progress.state, at: now, running: running, watchingSince: watchingSince)
      record.apply(plan, rules)
      return (rules, plan)
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

  private func change(
    _ text: String,
    _ body:
      @escaping @Sendable (inout ScheduleRecord, _ running: Int, ScheduleRules) throws -> (
        ScheduleRules, OccurrencePlan
      )
  ) async throws -> SchedulePicture {
    try await requireChangesAllowed()
    guard let id = ScheduleID(text), let changed = try await archive.change(id, body) else {
      throw ServiceError.unknownSchedule(text)
    }
    for order in changed.orders { launch(order) }
    announceChange()
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

  private func announceChange() {
    beginScheduling()
    wakeScheduler()
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
        skippedRuns: tally.total - tally.started, lastError: progress.lastError),
      nextTimes: isWhole && isActive
        ? trigger?.nextTimes(after: progress.state.handledThrough, count: Self.shownTimes) ?? [] : [],
      warnings: trigger?.warnings ?? [], zone: trigger?.zone,
      waiting: progress.state.queue)
  }
}
