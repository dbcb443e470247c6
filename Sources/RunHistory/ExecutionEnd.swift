package import Scheduling
package import TrainingModel

/// How the run of an execution ended.
package struct ExecutionEnd: Hashable, Sendable {
  package let status: ExecutionStatus
  /// When its process was started; nil when it never was.
  package let startedAt: Timestamp?
  package let completedAt: Timestamp
  package let output: String?
  package let errorMessage: String?
  /// Why the run failed, as far as that is known: whether it is tried again hangs on it.
  package let failure: ErrorSummary?

  package init(
    status: ExecutionStatus, startedAt: Timestamp?, completedAt: Timestamp, output: String?,
    errorMessage: String?, failure: ErrorSummary? = nil
  ) {
    self.status = status
    self.startedAt = startedAt
    self.completedAt = completedAt
    self.output = output
    self.errorMessage = errorMessage
    self.failure = failure
  }
}
