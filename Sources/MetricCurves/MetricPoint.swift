/// One value of one metric of a run.
package struct MetricPoint: Hashable, Sendable {
  package let name: String
  /// Bytes from the start of the log to the line that named it.
  package let offset: Int64
  /// How far the training was then, as the log counts it; nil when the log had not said.
  package let epoch: Double?
  package let step: Int?
  /// nil when the log said NaN or an infinity.
  package let value: Double?

  package init(name: String, offset: Int64, epoch: Double?, step: Int?, value: Double?) {
    self.name = name
    self.offset = offset
    self.epoch = epoch
    self.step = step
    self.value = value
  }
}
