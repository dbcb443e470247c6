package import TrainingModel

/// An execution whose command at the end is to be run.
package struct DueFinish: Hashable, Sendable {
  package let execution: String
  package let schedule: ScheduleID
  package let run: RunID
}
