/// One step from a version of the schema to the next.
///
/// Steps are never changed once they were released: what they made lies on people's disks.
package struct Migration: Sendable {
  /// Statements that run in one transaction.
  package let sql: String

  package init(sql: String) { self.sql = sql }

  /// Every step in order: the schema's version is how many were taken.
  package static let all = [
    Migration.first, .executionReason, .attempts, .comesAfter, .onFinish, .sameness, .feed,
  ]
}
