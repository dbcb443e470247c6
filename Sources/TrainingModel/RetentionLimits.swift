/// How much of what has ended is kept; what is nil sets no limit.
package struct RetentionLimits: Hashable, Sendable {
  /// Days since the end of a run; more than 0.
  package var maximumAgeDays: Double?
  /// Runs; at least 1.
  package var maximumCount: Int64?
  /// Bytes in all; at least 1.
  package var maximumBytes: Int64?

  package init(maximumAgeDays: Double? = nil, maximumCount: Int64? = nil, maximumBytes: Int64? = nil) {
    self.maximumAgeDays = maximumAgeDays
    self.maximumCount = maximumCount
    self.maximumBytes = maximumBytes
  }
}
