package import MetricCurves
package import TrainingModel

/// What a run has measured.
package struct MetricReply: Hashable, Sendable {
  package let id: RunID
  package let status: ProcessStatus
  /// Whole, in the order in which the log named them first; without those that have nothing new.
  package let curves: [MetricCurve]
  /// Only what the log said from this byte on is new.
  package let since: Int64
  /// Every metric of the run, in the same order.
  package let names: [String]
  /// Names that were asked for and that the log has not named.
  package let unknownNames: [String]
  /// Where to go on with `MetricQuery.since`.
  package let nextSince: Int64
}
