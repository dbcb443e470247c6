/// Which metrics of a run a caller wants to see.
package struct MetricQuery: Hashable, Sendable {
  /// nil: all.
  package let names: Set<String>?
  /// Only what the log said from this byte on; `MetricReply.nextSince` of the answer before.
  package let since: Int64?

  package init(names: Set<String>? = nil, since: Int64? = nil) {
    self.names = names
    self.since = since
  }
}
