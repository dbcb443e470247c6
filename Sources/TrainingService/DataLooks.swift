internal import Scheduling
internal import TrainingModel

/// The looks at data that a turn of the scheduler has, and those that it waits for.
struct DataLooks: Sendable {
  var done: [ScheduleID: DataLook] = [:]
  /// Schedules that are left alone until it is known what their data are.
  var underWay: Set<ScheduleID> = []
}
