internal import Platform
internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// What comes due.
extension RunArchive {
  /// What a look at what is due found.
  struct Firing: Sendable {
    /// Runs whose supervisors are to be started now.
    var orders: [StartOrder] = []
    /// Runs that somebody made appear who died before he could tell.
    var found: [RunID] = []
    /// Looks at data without which these schedules cannot be decided on.
    var lookOrders: [DataLookOrder] = []
    /// Schedules whose looks are of no more use.
    var usedLooks: Set<ScheduleID> = []
    /// Runs that schedules wait for: somebody has to follow them.
    var awaited: [RunID] = []
    /// When to look next; nil when nothing will come due by itself.
    var nextDue: Timestamp?
    /// Whether there was more than is done in one turn.
    var hasMore = false
    /// Why a schedule could not be dealt with: it is tried again.
    var problem: String?
  }

  /// Runs that are made to appear before they are started.
  private static let startBatch = 4
  /// Schedules that are dealt with before others get their turn.
  private static let batch = 200

  /// The clock was set while a look was on its way to a schedule.
  private struct ClockWasSet: Error {}

  /// Decides on what is due, and makes the runs appear that are to start.
  ///
  /// - Parameters:
  ///   - looks: the looks at data that are done, and the schedules to leave alone because one is under way.
  ///   - clocks: what they said at `now`: what is not decided on when the wall clock is set is left to another look;
  ///     nil for a clock that nobody sets.
  func fire(
    now: Timestamp, watchingSince: Timestamp, looks: DataLooks = DataLooks(), clocks: ClockReading? = nil
  ) -> Firing {
    var firing = Firing()
    firing.usedLooks = Set(looks.done.keys)
    do {
      var failed: Set<ScheduleID> = []
      var left = Set(looks.done.keys)
      // Those that failed and those that wait stay due, and must not keep the others from their turn.
      let limit = Self.batch + unfireable.count + looks.underWay.count
      let ids = try schedules { try $0.schedules(dueBy: now, limit: limit) }
      firing.hasMore = ids.count == limit
      for id in ids where !looks.underWay.contains(id) {
        guard firing.orders.count < Self.startBatch else {
          // What is left for the next turn does not lose its look.
          firing.usedLooks.subtract(left.intersection(ids))
          firing.hasMore = true
          break
        }
        left.remove(id)
        do {
          try fire(id, now, watchingSince, looks.done[id], clocks, into: &firing)
        } catch let order as DataLookOrder {
          firing.lookOrders.append(order)
        } catch is ClockWasSet {
          firing.hasMore = true
          break
        } catch {
          failed.insert(id)
          firing.problem = "the schedule \(id) could not be dealt with and is tried again: \(error)"
        }
      }
      unfireable = failed
      let isAnyLeftDue = !(failed.isEmpty && looks.underWay.isEmpty && firing.lookOrders.isEmpty)
      firing.nextDue = try schedules { try isAnyLeftDue ? $0.nextDue(after: now) : $0.nextDue() }
    } catch {
      firing.problem = "\(error)"
    }
    return firing
  }

  /// Brings schedules that are accounted for beyond a time back to now: the clock was wrong.
  ///
  /// - Parameter before: what the clock said before; nil when nobody saw it.
  func noticeClock(from before: Timestamp?, to now: Timestamp) {
    let correction = Int64(ScheduleRules.clockCorrection) * 1_000_000_000
    // Without a witness only what lies further ahead than any small step can have brought it.
    let limit = before == nil ? Timestamp(nanoseconds: now.nanoseconds + correction) : now
    let seen = before ?? Timestamp(nanoseconds: .max)
    do {
      for id in try schedules({ try $0.schedules(handledBeyond: limit) }) {
        _ = try schedules { database in
          try database.change(id) { record, _ in
            let rules = try self.rules(of: record.schedule)
            if let state = rules.afterClockStep(record.progress.state, from: seen, to: now) {
              record.progress.state = state
            }
            return ScheduleStep(nextDue: rules.nextDue(record.progress.state))
          }
        }
      }
    } catch {
      sayOnce("Schedules could not be brought in line with the clock: \(error)")
    }
  }

  private func fire(
    _ id: ScheduleID, _ now: Timestamp, _ watchingSince: Timestamp, _ look: DataLook?,
    _ clocks: ClockReading?,
    into firing: inout Firing
  ) throws {
    // What came due while its data were looked at is decided on after this, with another look.
    let time = look?.askedAt ?? now
    if time < now { firing.hasMore = true }
    var orders: [StartOrder] = []
    var found: [RunID] = []
    let isThere = try schedules { database in
      try database.change(id) { record, running in
        // Nobody changes the schedule from here on: what it holds by the new time would be taken for late by the old.
        if let clocks, ClockReading.now.isStep(from: clocks) { throw ClockWasSet() }
        var rules: ScheduleRules
        do { rules = try self.rules(of: record.schedule) } catch {
          record.progress.status = .failed
          record.progress.lastError = "Its trigger cannot be read any more: \(error)"
          return ScheduleStep(nextDue: nil)
        }
        let (gate, awaited) = try self.gate(of: record, in: database)
        rules.gate = gate
        if let awaited { firing.awaited.append(awaited) }
        let decision = try self.decision(
          on: record, rules, at: time, running: running.count, watchingSince: watchingSince, look)
        let plan = rules.plan(
          record.progress.state, at: time, running: running.count, watchingSince: watchingSince,
          decision.verdict)
        let before = record
        record.apply(plan, rules)
        return try enact(
          plan, decision, of: before, in: &record, running, rules: rules, oldRules: rules, orders: &orders,
          found: &found)
      }
    }
    guard isThere != nil else {
      throw ServiceError.schedulesUnavailable(reason: "its row in the history cannot be read")
    }
    firing.orders += orders
    firing.found += found
  }

  /// Does what a plan says, but for starting processes: that may only be once everything is entered.
  func enact(
    _ plan: OccurrencePlan, _ decision: TrainingDecision, of before: ScheduleRecord,
    in record: inout ScheduleRecord, _ running: [RunID],
    rules: ScheduleRules, oldRules: ScheduleRules, orders: inout [StartOrder]
  ) throws -> ScheduleStep {
    var found: [RunID] = []
    return try enact(
      plan, decision, of: before, in: &record, running, rules: rules, oldRules: oldRules, orders: &orders,
      found: &found)
  }

  private func enact(
    _ plan: OccurrencePlan, _ decision: TrainingDecision, of before: ScheduleRecord,
    in record: inout ScheduleRecord, _ running: [RunID],
    rules: ScheduleRules, oldRules: ScheduleRules, orders: inout [StartOrder], found: inout [RunID]
  ) throws -> ScheduleStep {
    let report = OccurrenceReport(
      schedule: before.schedule, timetable: oldRules.timetable, running: running, decision: decision,
      gate: oldRules.gate, now: now)
    var step = ScheduleStep(
      executions: report.executions(of: plan), abandoned: plan.abandoned,
      nextDue: rules.nextDue(record.progress.state))
    record.progress.failedRuns += plan.abandoned.count
    if let problem = report.problem(in: plan) { record.progress.lastError = problem }
    record.progress.failedRuns +=
      record.progress.state.tally.failedUnstarted - before.progress.state.tally.failedUnstarted
    if before.schedule.definition.after == record.schedule.definition.after {
      record.follow(oldRules.gate, &step)
    }
    let starts = plan.retries.map { ($0.scheduledFor, $0.attempt) } + plan.starts.map { ($0, 1) }
    guard !starts.isEmpty else { return step }
    if let warning = decision.message { record.progress.lastError = warning }
    let maximumLogBytes = try home.settings().maximumLogBytes
    for (time, attempt) in starts {
      let specification = ScheduledRun.specification(
        before, scheduledFor: time, attempt: attempt, maximumLogBytes: maximumLogBytes, createdAt: now)
      if let lock = try appear(specification) {
        orders.append(
          StartOrder(
            specification,
            environment: ScheduledRun.environment(before, attempt: attempt) { home.directory(of: $0).path },
            lock: lock))
      } else if try attempt > 1 || !isEntered(time, of: before) {
        // Whoever let it appear died before he could tell; somebody may have taken it up since.
        found.append(specification.id)
      } else {
        // It was accounted for before the clock went back.
        record.progress.state.tally.started -= 1
        continue
      }
      step.runs.append(specification)
      step.executions.append(
        Execution(
          id: Execution.identifier(
            of: ScheduledOccurrence(schedule: before.schedule.id, scheduledFor: time)),
          schedule: before.schedule.id, scheduledFor: time, startedAt: specification.createdAt,
          status: .running, run: specification.id, warning: attempt == 1 ? decision.message : nil,
          data: attempt == 1 ? decision.data : nil, attempts: attempt))
      record.progress.lastRunAt = specification.createdAt
      if attempt == 1 { record.progress.lastStartAt = specification.createdAt }
    }
    return step
  }

  private func isEntered(_ time: Timestamp, of record: ScheduleRecord) throws -> Bool {
    let occurrence = ScheduledOccurrence(schedule: record.schedule.id, scheduledFor: time)
    return try schedules { try $0.hasExecution(Execution.identifier(of: occurrence)) }
  }

  /// Lets a run appear, with its lock held; nil when it is there already.
  private func appear(_ specification: RunSpecification) throws -> FileLock? {
    let id = specification.id
    // Nobody else can be at it: this is called in a transaction of which there is one at a time.
    guard FileSystem.kind(of: home.directory(of: id).path) == nil else { return nil }
    let draft = try home.makeDraft(ofOccurrenceRun: id)
    let lock = try FileLock(path: draft.lockPath)
    try draft.write(specification)
    _ = try home.publish(draft, as: id)
    return lock
  }

  // MARK: Ends

  /// The executions whose runs are not known to have ended.
  func openExecutions() -> [Execution] {
    // What cannot be read now is settled by the next holder of the lease, or when the run is asked for.
    (try? schedules { try $0.openExecutions() }) ?? []
  }

  /// Keeps how the run of an execution ended.
  ///
  /// - Returns: whether that was news.
  func settle(_ run: RunID, _ end: ExecutionEnd) -> Bool {
    do { return try schedules { try $0.settle(run, end) } != nil } catch {
      sayOnce("The end of \(run) could not be entered in its schedule: \(error)")
      return false
    }
  }

  /// Takes the lock of a run that whoever was to start it left; nil when it is none.
  func adopt(_ id: RunID, now: Timestamp) throws -> StartOrder? {
    let directory = home.directory(of: id)
    guard try directory.isOrphaned() else { return nil }
    let lock: FileLock
    do throws(SystemError) { lock = try FileLock(path: directory.lockPath) } catch {
      // Somebody is at it: it is followed like any other.
      if error.kind == .wouldBlock { return nil }
      throw error
    }
    guard try directory.isOrphaned() else { return nil }
    let specification = try directory.specification()
    guard let occurrence = specification.occurrence, let record = try schedule(occurrence.schedule) else {
      try abandon(directory, now, "Its schedule was deleted before it could be started.")
      return nil
    }
    // Another attempt is always long after its occurrence: it counts from when it was to start.
    let due = occurrence.attempt == 1 ? occurrence.scheduledFor : specification.createdAt
    let late = (now.nanoseconds - due.nanoseconds) / 1_000_000_000
    let grace = max(record.schedule.definition.policy.misfireGrace, ScheduleRules.ownSlowness)
    guard late <= Int64(grace + (record.schedule.definition.trigger.jitter)) || specification.createdAt >= now
    else {
      try abandon(
        directory, now,
        "The process that was to start it died, and the next one came after the misfire_grace_s of \(grace) s."
      )
      return nil
    }
    return StartOrder(
      specification,
      environment: ScheduledRun.environment(record, attempt: occurrence.attempt) {
        home.directory(of: $0).path
      }, lock: lock)
  }

  /// Writes down that a run was never started.
  private func abandon(_ directory: RunDirectory, _ now: Timestamp, _ reason: String) throws {
    try directory.write(
      ExitRecord(
        outcome: .failedToStart(StartFailure(problem: .systemError, message: reason)), startedAt: nil,
        endedAt: now, duration: 0))
  }
}
