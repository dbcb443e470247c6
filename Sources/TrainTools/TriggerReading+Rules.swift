internal import Scheduling
internal import TrainingModel

extension TriggerReading {
  /// Holds the trigger against the rules of schedules.
  ///
  /// What contradicts itself in a policy is told also where something is wrong with the trigger.
  ///
  /// - Parameter createdAt: When a schedule is created with it; nil when none is, and occurrences in the past are
  ///   what is asked for.
  mutating func check(createdAt: Timestamp?, policy: SchedulePolicy = SchedulePolicy()) {
    if let trigger {
      refuse(
        ScheduleRules(trigger.timetable, policy).problems(createdAt: createdAt ?? Timestamp(nanoseconds: 0))
          .filter { createdAt != nil || ($0.kind != .runAtInPast && $0.kind != .neverDue) })
    } else {
      // Any other trigger does: what of a policy hangs on the trigger is told when that is right.
      let time = Timestamp(nanoseconds: 0)
      refuse(
        ScheduleRules(Timetable(.once(time)), policy).problems(createdAt: time)
          .filter { $0.kind == .contradiction && $0.argument != "max_runs" })
    }
  }
}
