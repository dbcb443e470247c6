/// How far a training is, as far as its log says.
package struct TrainingProgress: Hashable, Sendable {
  /// As the log counts it: from 0 or from 1.
  package var epoch: Double?
  package var totalEpochs: Double?
  package var step: Int?
  package var totalSteps: Int?
  /// 0 to 100.
  package var percent: Double?
  /// Seconds until the end, as the log estimates it.
  package var etaSeconds: Double?
  /// The part of the work that is being done: `train`, `validation`, or a name that the log gives.
  package var stage: String?

  package init(
    epoch: Double? = nil, totalEpochs: Double? = nil, step: Int? = nil, totalSteps: Int? = nil,
    percent: Double? = nil, etaSeconds: Double? = nil, stage: String? = nil
  ) {
    self.epoch = epoch
    self.totalEpochs = totalEpochs
    self.step = step
    self.totalSteps = totalSteps
    self.percent = percent
    self.etaSeconds = etaSeconds
    self.stage = stage
  }

  /// Whether nothing is known.
  package var isEmpty: Bool { self == TrainingProgress() }
}
