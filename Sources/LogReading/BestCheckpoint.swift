/// Where the best state of a model lies, and what made it the best, as far as the log says.
package struct BestCheckpoint: Hashable, Sendable {
  /// As the log wrote it.
  package let path: String
  /// The metric that chose it; nil where the log names none.
  package var metric: String?
  /// What that was; finite.
  package var value: Double?
  /// The epoch that it is of, as the log counts.
  package var epoch: Double?

  package init(path: String, metric: String? = nil, value: Double? = nil, epoch: Double? = nil) {
    self.path = path
    self.metric = metric
    self.value = value.flatMap { $0.isFinite ? $0 : nil }
    self.epoch = epoch.flatMap { $0.isFinite ? $0 : nil }
  }

  /// It with what was known before of the same file, where this says nothing.
  func filled(from earlier: BestCheckpoint?) -> BestCheckpoint {
    guard let earlier, earlier.path == path else { return self }
    return BestCheckpoint(
      path: path, metric: metric ?? earlier.metric, value: value ?? earlier.value,
      epoch: epoch ?? earlier.epoch)
  }
}
