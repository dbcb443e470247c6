import TrainingModel

/// A progress bar as a rule found it in a line, and what it means.
struct TrainingBar {
  var name: Range<Int>
  var count: LineText.Count
  var percent: Double?
  var etaSeconds: Double?
  /// `it/s` or `batch/s`; what the bar counts.
  var unit: String?
  /// How many of them a second; nil where it tells seconds for each, or nothing.
  var rate: Double?
  var metrics: [LineReading.Metric]
  /// What the loop writes behind the rate, which may name the epoch.
  var details: Range<Int>?
  /// The number behind the epoch is that of the last one.
  var countsToLastEpoch = false

  /// Steps a second that no loop reaches which computes anything for each: it reads, counts or copies.
  private static let fastest = 50_000.0

  /// Adds the bar to `reading` when it counts training; claims the line in any case.
  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    reading.isClaimed = true
    let kind = BarName.of(line, name)
    guard isTraining(kind, context) else {
      if kind == .other { context.isBarComplete = true }
      if context.isEvaluating { reading.metrics += metrics }
      return
    }
    reading.isStart = true
    reading.metrics += metrics
    reading.progress.percent = percent
    reading.progress.etaSeconds = etaSeconds
    if kind == .epochs || unit == "epoch/s" || unit == "s/epoch" {
      reading.progress.epoch = Double(count.value)
      reading.progress.totalEpochs = Double(count.total)
      return
    }
    reading.progress.step = count.value
    reading.progress.totalSteps = count.total
    if let mark = EpochMark.find(in: line, name) ?? EpochMark.leading(line, name)
      ?? details.flatMap({ EpochMark.find(in: line, $0) })
    {
      reading.progress.epoch = mark.epoch
      reading.progress.totalEpochs =
        countsToLastEpoch ? mark.total.map { $0 + 1 } : mark.trueTotal(line, &context)
      context.hasEpoch = true
    }
    context.barTotal = count.total
    context.isBarComplete = count.value >= count.total
    context.isEvaluating = false
  }

  private func isTraining(_ kind: BarName, _ context: ReadingContext) -> Bool {
    // A bar without a telling name inside a training is an evaluation when it counts to another number.
    // The bar of the training goes on after the evaluations between its steps.
    let isAtHome = isTrainingUnit && (context.barTotal.map { $0 == count.total } ?? !context.isEvaluating)
    return switch kind {
    // What counts bytes is a file on its way: `train.json: 45%|… 4.5M/10.0M [00:01<00:01, 4.5MB/s]`.
    case .training, .epochs: unit != "examples/s" && unit?.hasSuffix("B/s") != true
    case .other: false
    case .unknown: isAtHome && !metrics.isEmpty
    case .unnamed:
      isAtHome && rate ?? 0 < Self.fastest
        && (!context.isHeadedByOtherWork && !context.isOtherWork
          || metrics.contains { MetricName.isTelling($0.name) })
    }
  }

  private var isTrainingUnit: Bool {
    guard let unit else { return true }
    return [
      "it/s", "s/it", "batch/s", "s/batch", "batches/s", "step/s", "s/step", "steps/s", "epoch/s", "s/epoch",
      "iter/s", "s/iter", "iters/s", "update/s", "s/update", "updates/s", "episode/s", "s/episode",
      "trial/s", "s/trial", "pipeline/s", "s/pipeline",
    ].contains(unit)
  }
}
