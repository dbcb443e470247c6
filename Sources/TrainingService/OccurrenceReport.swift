internal import Scheduling
internal import TrainingModel

/// Writes down what becomes of the occurrences of a schedule that do not run.
struct OccurrenceReport {
  let schedule: Schedule
  let timetable: Timetable
  /// Its runs that are under way.
  let running: [RunID]
  /// What the training itself had to say.
  var decision = TrainingDecision.start
  /// Whether what it comes after let it start something.
  var gate = ChainGate.open
  /// When it was decided.
  let now: Timestamp

  /// The occurrences of a stretch that have an entry each, the newest of them; the rest has one together.
  static let limit = 100

  /// The executions of everything in a plan that neither starts nor waits.
  func executions(of plan: OccurrencePlan) -> [Execution] {
    (plan.fromQueue + plan.due).flatMap(executions(of:))
  }

  /// What the last of them that should have run says; nil when nothing went wrong.
  func problem(in plan: OccurrencePlan) -> String? {
    (plan.fromQueue + plan.due).last { stretch in
      switch stretch.fate {
      case .missed(.late), .missed(.unattended), .missed(.chainBroken), .fail: true
      case .missed, .start, .queue, .skipOverlap, .skip: false
      }
    }.flatMap { text(for: $0.fate) }
  }

  private func executions(of stretch: OccurrencePlan.Stretch) -> [Execution] {
    guard let text = text(for: stretch.fate) else { return [] }
    var times = [stretch.last]
    while times.count < min(stretch.count, Self.limit), let time = times.last,
      let previous = timetable.previous(before: time), previous >= stretch.first
    {
      times.append(previous)
    }
    let rest = stretch.count - times.count
    var executions = times.reversed().map { execution($0, stretch.fate, text) }
    if rest > 0 {
      let last = timetable.previous(before: times[times.count - 1]) ?? stretch.first
      executions.insert(
        execution(
          stretch.first, stretch.fate, "\(rest) occurrences up to \(last.rfc3339): \(text)", occurrences: rest
        ),
        at: 0)
    }
    return executions
  }

  private func execution(
    _ time: Timestamp, _ fate: OccurrencePlan.Fate, _ text: String, occurrences: Int = 1
  ) -> Execution {
    let occurrence = ScheduledOccurrence(schedule: schedule.id, scheduledFor: time)
    var execution = Execution(
      id: Execution.identifier(of: occurrence), schedule: schedule.id, scheduledFor: time, status: .missed,
      errorMessage: text, occurrences: occurrences)
    switch fate {
    case .skipOverlap: execution.status = .skippedOverlap
    case .skip(let reason):
      execution.status = .skippedUnchanged
      execution.reason = reason
      execution.data = decision.data
    case .fail(let reason):
      execution.status = .failed
      execution.reason = reason
      execution.data = decision.data
      execution.completedAt = now
    case .start, .queue, .missed: break
    }
    return execution
  }

  private func text(for fate: OccurrencePlan.Fate) -> String? {
    switch fate {
    case .start, .queue: nil
    case .skip, .fail: decision.message
    case .skipOverlap where running.isEmpty && gate != .open:
      "Skipped: an earlier occurrence still waited for \(schedule.definition.after?.description ?? "its turn")."
    case .skipOverlap:
      "Skipped: an earlier run was still under way (\(running.last?.rawValue ?? "started just now"))."
    case .missed(.late):
      "Missed: nobody was there to start it within its misfire_grace_s of \(schedule.definition.policy.misfireGrace) s."
    case .missed(.coalesced): "Missed: it belonged to a backlog, for which the newest occurrence alone runs."
    case .missed(.paused): "Missed: the schedule was paused."
    case .missed(.unattended): "Missed: it came due while no scheduler ran, and catch_up is none."
    case .missed(.chainBroken): "Missed: \(gate.neverReason ?? "what it comes after cannot complete")."
    case .missed(.runLimit): "Missed: the schedule has had its max_runs."
    }
  }
}
