package import Scheduling
package import TrainingModel

/// What one change of a schedule enters into the history, beside the schedule itself.
package struct ScheduleStep: Sendable {
  /// Runs that were made to appear.
  package var runs: [RunSpecification]
  /// Those of occurrences that have one already stay as they are.
  package var executions: [Execution]
  /// When the schedule is to be looked at next; nil when that is not by itself.
  package var nextDue: Timestamp?

  package init(runs: [RunSpecification] = [], executions: [Execution] = [], nextDue: Timestamp?) {
    self.runs = runs
    self.executions = executions
    self.nextDue = nextDue
  }
}
