/// The metrics of one line of a log, and how far the training was then.
package struct MetricReport: Hashable, Sendable {
  /// What the line named, each name once, in its order.
  package let values: [TrainingMetrics.Entry]
  /// As the log counts it; nil when the log has not said.
  package let epoch: Double?
  package let step: Int?
  /// Bytes from the start of the file to the line.
  package let offset: Int64

  package init(values: [TrainingMetrics.Entry], epoch: Double? = nil, step: Int? = nil, offset: Int64) {
    self.values = values
    self.epoch = epoch
    self.step = step
    self.offset = offset
  }
}
