internal import Platform
internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// What was decided becomes so.
extension RunArchive {
  /// Does what a plan says, but for starting processes: that may only be once everything is entered.
  func enact(
    _ decided: DecidedPlan, in record: inout ScheduleRecord, into firing: inout Firing
  ) throws -> ScheduleStep {
    let (plan, decision, before) = (decided.plan, decided.decision, decided.before)
    let report = OccurrenceReport(
      schedule: before.schedule, timetable: decided.oldRules.timetable, running: decided.running,
      decision: decision, gate: decided.oldRules.gate, now: now)
    var step = ScheduleStep(
      executions: report.executions(of: plan), abandoned: plan.abandoned,
      nextDue: decided.rules.nextDue(record.progress.state))
    record.progress.failedRuns += plan.abandoned.count
    if let problem = report.problem(in: plan) { record.progress.lastError = problem }
    record.progress.failedRuns +=
      record.progress.state.tally.failedUnstarted - before.progress.state.tally.failedUnstarted
    if before.schedule.definition.after == record.schedule.definition.after {
      record.follow(decided.oldRules.gate, &step)
    }
    let starts = plan.retries.map { ($0.scheduledFor, $0.attempt) } + plan.starts.map { ($0, 1) }
    guard !starts.isEmpty else { return step }
    if let warning = decision.message { record.progress.lastError = warning }
    let maximumLogBytes = try home.settings().maximumLogBytes
    let environmentDigest = home.environmentDigest(of: before.schedule.definition.start.environment)
    for (time, attempt) in starts {
      let specification = ScheduledRun.specification(
        before, scheduledFor: time, attempt: attempt, environmentDigest: environmentDigest,
        maximumLogBytes: maximumLogBytes, createdAt: now)
      if let lock = try appear(specification) {
        firing.orders.append(
          StartOrder(
            specification,
            environment: ScheduledRun.environment(before, attempt: attempt) { home.directory(of: $0).path },
            lock: lock))
      } else if try attempt > 1 || !isEntered(time, of: before) {
        // Whoever let it appear died before he could tell; somebody may have taken it up since.
        firing.found.append(specification.id)
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
}
