internal import TrainingModel

/// How a log counts epochs and steps, learned from how its counts move.
struct CountingHabit: Hashable, Sendable {
  /// What the count of steps is a part of.
  enum StepScope: Hashable, Sendable {
    /// Nothing has told: taken for those of an epoch where there are epochs, else for those of the whole.
    case unknown
    case epoch
    case whole
  }

  private struct StepSeen: Hashable, Sendable {
    let step: Int
    let total: Int?
    let epoch: Double?
  }

  private(set) var scope = StepScope.unknown
  /// The number of the first epoch: 0 once that was seen.
  private var firstEpoch = 1.0
  /// Epochs have fractions: then they are themselves the place in the whole.
  private var hasFractions = false
  private var last: StepSeen?

  /// Takes the next progress.
  mutating func learn(_ progress: TrainingProgress) {
    if let epoch = progress.epoch {
      if epoch == 0 { firstEpoch = 0 }
      if epoch != epoch.rounded() {
        hasFractions = true
        scope = .whole
      }
    }
    guard let step = progress.step else { return }
    let seen = StepSeen(step: step, total: progress.totalSteps, epoch: progress.epoch)
    defer { last = seen }
    guard !hasFractions else { return }
    if isAtEnd(step, progress.totalSteps), let epoch = progress.epoch, let epochs = progress.totalEpochs,
      epoch - firstEpoch < epochs - 1
    {
      return scope = .epoch
    }
    guard let last else { return }
    if step < last.step {
      scope = .epoch
    } else if step > last.step, seen.epoch != last.epoch, seen.total == last.total, let total = seen.total,
      step < total, scope == .unknown
    {
      // The epoch went on, or was told for the first time, and the steps did not begin anew.
      scope = .whole
    }
  }

  /// Where a progress stands in the whole; nil when that cannot be told.
  ///
  /// - Parameter closesEpoch: whether the line that told the epoch stood at its end, with what came of it.
  func position(of progress: TrainingProgress, closesEpoch: Bool) -> WholePosition? {
    let steps = stepShare(of: progress)
    if scope == .whole, let steps, let total = progress.totalSteps {
      return WholePosition(.steps(total: total), steps)
    }
    if let epoch = progress.epoch {
      guard let epochs = progress.totalEpochs, epochs > 0 else { return nil }
      if hasFractions { return WholePosition(.epochs(total: epochs), epoch / epochs) }
      let within = steps ?? (closesEpoch && progress.step == nil ? 1 : 0)
      return WholePosition(.epochs(total: epochs), (epoch - firstEpoch + within) / epochs)
    }
    if let steps, let total = progress.totalSteps {
      return scope == .epoch ? nil : WholePosition(.steps(total: total), steps)
    }
    guard progress.step == nil, let percent = progress.percent else { return nil }
    return WholePosition(.percent, percent / 100)
  }

  /// Whether steps with their total are the part of one of several epochs, as far as is known.
  func countsStepsOfEpoch(_ progress: TrainingProgress) -> Bool {
    guard scope != .whole, progress.step != nil, progress.totalSteps != nil else { return false }
    if progress.epoch != nil { return (progress.totalEpochs ?? .infinity) > 1 }
    return scope == .epoch
  }

  /// Whether what is counted has come to its end, so that something else follows: an evaluation, the saving of a model.
  static func isAtEnd(_ progress: TrainingProgress) -> Bool {
    if let step = progress.step, let total = progress.totalSteps { return step >= total }
    guard progress.step == nil, let epoch = progress.epoch, let epochs = progress.totalEpochs else {
      return false
    }
    return epoch >= epochs
  }

  private func isAtEnd(_ step: Int, _ total: Int?) -> Bool { total.map { step >= $0 } ?? false }

  private func stepShare(of progress: TrainingProgress) -> Double? {
    guard let step = progress.step, let total = progress.totalSteps, total > 0 else { return nil }
    return Double(step) / Double(total)
  }
}
