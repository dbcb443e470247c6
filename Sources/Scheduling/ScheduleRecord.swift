/// A schedule and how far it has come: all that is kept of it, its executions aside.
package struct ScheduleRecord: Hashable, Sendable {
  package var schedule: Schedule
  package var progress: ScheduleProgress

  package init(schedule: Schedule, progress: ScheduleProgress) {
    self.schedule = schedule
    self.progress = progress
  }

  /// Takes over what a look at the schedule has decided, and what that makes of its status.
  package mutating func apply(_ plan: OccurrencePlan, _ rules: ScheduleRules) {
    progress.state = plan.state
    settleStatus(rules)
  }

  /// Sets the status to what rules and state make of it.
  package mutating func settleStatus(_ rules: ScheduleRules) {
    guard rules.isFinished(progress.state) else {
      progress.status = progress.state.pausedSince == nil ? .active : .paused
      return
    }
    // What had one time and missed it has not done what it was for.
    if case .once = rules.timetable.trigger, progress.state.tally.started == 0 {
      progress.status = .failed
    } else {
      progress.status = .completed
    }
  }
}
