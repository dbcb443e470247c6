internal import Scheduling
internal import TrainingModel

/// A look at the data of a schedule, without which nothing can be decided: thrown where a transaction is given up for
/// it.
struct DataLookOrder: Error, Hashable, Sendable {
  let schedule: ScheduleID
  let scope: DataScope
  /// By the wall clock.
  let askedAt: Timestamp
}
