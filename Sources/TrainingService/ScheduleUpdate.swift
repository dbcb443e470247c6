internal import Scheduling
internal import TrainingModel

/// What an update makes of a schedule.
struct ScheduleUpdate: Sendable {
  let changes: ScheduleChanges
  let now: Timestamp
  let watchingSince: Timestamp

  /// Decides on what is due by what the schedule was, and changes it.
  ///
  /// - Returns: the rules from now on, and what was decided.
  /// - Throws: `badSchedule` with everything that is wrong with what it would be.
  func apply(
    to record: inout ScheduleRecord, running: Int, rules: ScheduleRules,
    _ verdict: TrainingDecision.Verdict
  ) throws(ServiceError) -> (ScheduleRules, OccurrencePlan) {
    let plan = rules.plan(
      record.progress.state, at: now, running: running, watchingSince: watchingSince, verdict)
    record.progress.state = plan.state
    // What contradicts itself was no problem before, where it is not touched.
    let trainingProblems = changes.changed(record.schedule.definition.training)?.problems ?? []
    change(&record.schedule)
    let trigger = try TriggerReader().read(
      record.schedule.definition.trigger, key: record.schedule.id.rawValue,
      setAt: record.schedule.triggerSetAt)
    record.schedule.definition.trigger.timeZone = trigger.zone.name
    let new = ScheduleRules(trigger.timetable, record.schedule.definition.policy)
    var problems = new.problems(createdAt: now)
    if changes.trigger == nil {
      // That its time has passed was no problem before.
      problems.removeAll { $0.kind == .runAtInPast || $0.kind == .neverDue }
    } else {
      // What waits for the end of a run goes on waiting: it came due before.
      record.progress.state.handledThrough = new.initialState(createdAt: now).handledThrough
    }
    problems += trainingProblems
    guard problems.isEmpty else { throw .badSchedule(ScheduleProblems(problems)) }
    record.settleStatus(new)
    return (new, plan)
  }

  private func change(_ schedule: inout Schedule) {
    change(&schedule.definition)
    if changes.trigger != nil { schedule.triggerSetAt = now }
    schedule.updatedAt = now
  }

  private func change(_ definition: inout ScheduleDefinition) {
    if let name = changes.name { definition.name = name }
    if let description = changes.description { definition.description = description }
    if let trigger = changes.trigger { definition.trigger = trigger }
    if let start = changes.start { definition.start = start }
    if let training = changes.changed(definition.training) { definition.training = training }
    if let scope = changes.scope { definition.scope = scope }
    if let grace = changes.misfireGrace { definition.policy.misfireGrace = grace }
    if let catchUp = changes.catchUp { definition.policy.catchUp = catchUp }
    if let overlap = changes.overlap { definition.policy.overlap = overlap }
    if let maxRuns = changes.maxRuns { definition.policy.maxRuns = maxRuns }
    if let retry = changes.retry { definition.policy.retry = retry }
    if let after = changes.after { definition.after = after }
    if let onFinish = changes.onFinish { definition.onFinish = onFinish }
  }
}
