package import Scheduling
package import TrainingModel

/// What was deleted, and what goes on.
package struct ScheduleDeletion: Hashable, Sendable {
  package let schedule: Schedule
  /// Runs of the schedule that are under way: they are not touched.
  package let running: [RunID]
  /// How many occurrences waited for another attempt, which is not made.
  package let abandonedRetries: Int
}
