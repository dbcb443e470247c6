internal import MetricCurves
package import TrainingModel

/// Watches the metrics of a training as they come, and warns where an expert would: of each thing once.
///
/// The same values give the same warnings, whoever reads them and whenever: nothing depends on a clock.
package struct MetricHealth: Hashable, Sendable {
  /// Values in a row for which a learning rate must be 0.
  static let zeroPatience = 5
  /// Metrics past this are not watched: a log that invents names must not grow the server.
  static let maximumMetrics = 50

  package private(set) var trends: [String: LossTrend]
  package private(set) var validations: [String: ValidationTrend]
  /// How often in a row the learning rate was 0.
  package private(set) var zeroRates: Int
  /// The last epoch that a value came with.
  package private(set) var lastEpoch: Double?
  /// In the order in which they were raised.
  package private(set) var warnings: [RunWarning]
  private var names = MetricTraitsCache()

  package init(
    trends: [String: LossTrend] = [:], validations: [String: ValidationTrend] = [:], zeroRates: Int = 0,
    lastEpoch: Double? = nil, warnings: [RunWarning] = []
  ) {
    self.trends = trends
    self.validations = validations
    self.zeroRates = zeroRates
    self.lastEpoch = lastEpoch
    self.warnings = warnings
  }

  /// Takes the next value.
  ///
  /// - Parameter isAtEnd: whether the training is at its last step, where some learning rates are 0.
  package mutating func observe(_ reading: MetricReading, isAtEnd: Bool) {
    noteEpoch(reading.epoch)
    let traits = names.traits(of: reading.name)
    switch traits.use {
    case .learningRate: observeRate(reading, isAtEnd: isAtEnd)
    case .lowered where !reading.value.isFinite: observeNotFinite(reading, traits)
    case .lowered(.training): observeTraining(reading, traits)
    case .lowered(.validation): observeValidation(reading, traits)
    case .lowered(.test), .nothing: break
    }
  }

  /// Epochs that begin anew are those of another training in the same log: its losses have nothing to do with the first.
  private mutating func noteEpoch(_ epoch: Double?) {
    guard let epoch else { return }
    if epoch <= 1, let lastEpoch, lastEpoch >= 2 {
      trends = [:]
      validations = [:]
      zeroRates = 0
    }
    lastEpoch = epoch
  }

  private mutating func warn(
    _ code: RunWarning.Code, _ message: @autoclosure () -> String, _ evidence: @autoclosure () -> String
  ) {
    guard !warnings.contains(where: { $0.code == code }) else { return }
    warnings.append(RunWarning(code, message(), evidence: evidence()))
  }

  private mutating func observeNotFinite(_ reading: MetricReading, _ traits: MetricTraits) {
    guard traits.isLoss else { return }
    warn(
      .lossNotFinite,
      "The loss is no number any more, so nothing more is learned: stop it, and start again with a lower learning "
        + "rate, gradient clipping, or without half precision; look for NaN in the data.",
      "\(reading.name) is \(reading.value)\(reading.place)")
  }

  private mutating func observeRate(_ reading: MetricReading, isAtEnd: Bool) {
    zeroRates = reading.value == 0 && !isAtEnd ? zeroRates + 1 : 0
    guard zeroRates == Self.zeroPatience else { return }
    warn(
      .learningRateZero,
      "The learning rate is 0, so nothing is learned: look at the scheduler's total of steps and at its warm-up.",
      "\(reading.name) is 0\(reading.place), and was for \(Self.zeroPatience) reports")
  }

  private mutating func observeTraining(_ reading: MetricReading, _ traits: MetricTraits) {
    let subject = traits.subject
    guard trends[subject] != nil || trends.count < Self.maximumMetrics else { return }
    trends[subject, default: LossTrend()].add(reading.value)
    guard traits.isLoss, let trend = trends[subject] else { return }
    var evidence: String {
      "\(reading.name), smoothed, is \(number(trend.smoothed))\(reading.place); its best was \(number(trend.best))"
    }
    if trend.isRising {
      warn(
        .lossRising,
        "The training's loss rises and has given back much of what it had gained: the learning rate may be too high.",
        evidence)
    } else if trend.isStanding {
      warn(
        .lossPlateau,
        trend.neverMoved
          ? "The training's loss has hardly moved since the beginning: look at learning rate, labels and frozen layers."
          : "The training's loss has stood still for long: it may be as good as it gets, or need another learning rate.",
        evidence + ", \(trend.count - trend.countAtBest) reports ago")
    }
  }

  private mutating func observeValidation(_ reading: MetricReading, _ traits: MetricTraits) {
    let subject = traits.subject
    let training = trends[subject]?.smoothed
    if validations[subject] != nil {
      validations[subject]?.add(reading.value, training: training, place: reading.place)
    } else if validations.count < Self.maximumMetrics {
      validations[subject] = ValidationTrend(reading.value, training: training, place: reading.place)
    }
    guard let trend = validations[subject], trend.parts(from: training), let before = trend.trainingAtBest,
      let training
    else { return }
    warn(
      .overfitting,
      "The validation gets worse while the training gets better: the model learns its examples by heart. Keep the best "
        + "checkpoint, stop early, or regularize.",
      "\(reading.name) is \(number(trend.last))\(reading.place), its best was \(number(trend.best))\(trend.placeOfBest); "
        + "meanwhile the training's went from \(number(before)) to \(number(training))")
  }
}
