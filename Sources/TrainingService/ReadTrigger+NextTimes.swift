internal import Scheduling
internal import TrainingModel

extension ReadTrigger {
  /// The first times after one, in the trigger's zone.
  func nextTimes(after time: Timestamp, count: Int) -> [PreviewTime] {
    timetable.occurrences(after: time, through: Timestamp(nanoseconds: .max), limit: count)
      .map { PreviewTime(time: $0, text: $0.rfc3339(in: zone)) }
  }
}
