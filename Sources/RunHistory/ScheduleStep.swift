package import Scheduling
package import TrainingModel

/// What one change of a schedule enters into the history, beside the schedule itself.
package struct ScheduleStep: Sendable {
  /// Runs that were made to appear.
  package var runs: [RunSpecification]
  /// Those of occurrences that have one already stay as they are, unless they are of a later attempt.
  package var executions: [Execution]
  /// Attempts that were waited for and are not made.
  package var abandoned: [AbandonedRetry]
  /// When the schedule is to be looked at next; nil when that is not by itself.
  package var nextDue: Timestamp?

  package init(
    runs: [RunSpecification] = [], executions: [Execution] = [], abandoned: [AbandonedRetry] = [],
    nextDue: Timestamp?
  ) {
    self.runs = runs
    self.executions = executions
    self.abandoned = abandoned
    self.nextDue = nextDue
  }
}
