internal import MetricCurves

/// What the name of a metric tells of it.
struct MetricTraits: Hashable, Sendable {
  /// What becomes of its values.
  enum Use: Hashable, Sendable {
    case learningRate
    /// A value that is better the lower it is.
    case lowered(MetricRole)
    case nothing
  }

  let use: Use
  /// What it measures, whatever it was measured on.
  let subject: String
  let isLoss: Bool

  init(ofMetric name: String) {
    subject = MetricSubject.of(name)
    isLoss = MetricSubject.isLoss(name)
    use =
      if MetricSubject.isLearningRate(name) {
        .learningRate
      } else if MetricDirection(ofMetric: name) == .lower {
        .lowered(MetricRole(ofMetric: name))
      } else {
        .nothing
      }
  }
}
