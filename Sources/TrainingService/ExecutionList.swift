package import Scheduling

/// One page of a schedule's executions, those of the newest occurrences first.
package struct ExecutionList: Sendable {
  package let executions: [Execution]
  /// Names the rest; nil when there is none.
  package let nextCursor: String?

  /// Which executions are wanted.
  package struct Query: Sendable {
    package var status: ExecutionStatus?
    /// At least 1.
    package var limit: Int
    package var cursor: String?

    package init(status: ExecutionStatus? = nil, limit: Int = 20, cursor: String? = nil) {
      self.status = status
      self.limit = limit
      self.cursor = cursor
    }
  }
}
