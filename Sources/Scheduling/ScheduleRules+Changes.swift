package import TrainingModel

/// What people and clocks do to a schedule.
extension ScheduleRules {
  /// Pauses a schedule, after what is due by now was decided on as ever.
  ///
  /// What waits is missed, and from then on nothing starts. A schedule that is paused already stays so.
  package func pause(
    _ state: ScheduleState, at now: Timestamp, running: Int, watchingSince: Timestamp,
    _ verdict: TrainingDecision.Verdict = .start
  ) -> OccurrencePlan {
    var plan = plan(state, at: now, running: running, watchingSince: watchingSince, verdict)
    guard state.pausedSince == nil else { return plan }
    plan.state.pausedSince = now
    let rest = self.plan(plan.state, at: now, running: running, watchingSince: watchingSince)
    plan.fromQueue += rest.fromQueue
    plan.abandoned += rest.abandoned
    plan.state = rest.state
    return plan
  }

  /// Goes on with a paused schedule: what came due meanwhile is missed and not made up.
  package func resume(
    _ state: ScheduleState, at now: Timestamp, running: Int, watchingSince: Timestamp,
    _ verdict: TrainingDecision.Verdict = .start
  ) -> OccurrencePlan {
    var plan = plan(state, at: now, running: running, watchingSince: watchingSince, verdict)
    plan.state.pausedSince = nil
    return plan
  }

  /// The state after a step of the clock that a scheduler saw happen; nil where nothing changes.
  ///
  /// A step forward is like a time in which nobody watched, a small one back does nothing twice. After a large one
  /// back the clock was wrong before, and what comes due from now on counts, also if it was accounted for.
  package func afterClockStep(
    _ state: ScheduleState, from before: Timestamp, to now: Timestamp
  ) -> ScheduleState? {
    guard before > now.later(bySeconds: Self.clockCorrection), state.handledThrough > now, !isFinished(state)
    else {
      return nil
    }
    var state = state
    state.handledThrough = now
    state.retries = retries(state.retries, afterClockStepTo: now)
    return state
  }
}
