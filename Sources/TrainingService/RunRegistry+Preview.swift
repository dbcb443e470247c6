internal import Platform
package import Scheduling
package import TrainingModel
internal import ZoneInfo

extension RunRegistry {
  /// When a trigger would come due; nothing is touched.
  ///
  /// - Parameters:
  ///   - after: nil for now.
  ///   - count: 1 or more.
  package nonisolated func preview(
    _ specification: TriggerSpecification, after: Timestamp? = nil, count: Int
  ) throws(ServiceError) -> TriggerPreview {
    let after = after ?? Timestamp(nanoseconds: SystemClock.wallNanoseconds())
    let trigger = try TriggerReader().read(specification, key: "", setAt: after)
    var problems = ScheduleRules(trigger.timetable).problems(createdAt: after)
    // A time that has passed has no next times, which is an answer.
    problems.removeAll { $0.kind == .runAtInPast || $0.kind == .neverDue }
    guard problems.isEmpty else { throw .badSchedule(ScheduleProblems(problems)) }
    return TriggerPreview(
      timeZone: trigger.zone.name, times: trigger.nextTimes(after: after, count: count),
      warnings: trigger.warnings)
  }
}

extension ReadTrigger {
  /// The first times after one, in the trigger's zone.
  func nextTimes(after time: Timestamp, count: Int) -> [PreviewTime] {
    timetable.occurrences(after: time, through: Timestamp(nanoseconds: .max), limit: count)
      .map { PreviewTime(time: $0, text: $0.rfc3339(in: zone)) }
  }
}
