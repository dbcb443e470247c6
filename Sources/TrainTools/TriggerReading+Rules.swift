internal import Scheduling
internal import TrainingModel

extension TriggerReading {
  /// Holds the trigger against the rules of schedules, as far as nothing else is wrong with it.
  ///
  /// - Parameter createdAt: When a schedule is created with it; nil when none is, and occurrences in the past are
  ///   what is asked for.
  mutating func check(createdAt: Timestamp?, policy: SchedulePolicy = SchedulePolicy()) {
    guard let timetable, problems.isEmpty else { return }
    let found = ScheduleRules(timetable, policy)
      .problems(createdAt: createdAt ?? Timestamp(nanoseconds: 0))
      .filter { createdAt != nil || ($0.kind != .runAtInPast && $0.kind != .neverDue) }
    refuse(found.compactMap(\.argumentProblem))
  }
}
