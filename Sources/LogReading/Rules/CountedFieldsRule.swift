import TrainingModel

/// Lines of fields that begin with a count, whatever the names of the others: a loop that somebody wrote for one purpose.
///
/// `Ep 12 | R -112.30 | len 201 | eps 0.812`, `after cycle=3 avg(utility)=272.06 avg(num_wins)=0.55`,
/// `E 3/10 | B 120/400 | train_loss 0.55`. Where no name is that of a result, one line proves nothing: the second of the
/// same shape that counts on shows the loop, and the first of them is where it began.
struct CountedFieldsRule: LineRule {
  let triggers: [LineTraits] = [
    [.digit, .pair], [.digit, .pipe], [.digit, .metric], [.digit, .step], [.digit, .iteration],
    [.digit, .epoch],
  ]

  private static let longest = 300
  /// Lines of a loop that are asked for.
  private static let needed = 2
  /// Names that stand beside the count of episodes, which some shorten like that of epochs.
  private static let ofEpisodes = ByteWords(["r", "rew", "reward", "ret", "return", "eps", "epsilon", "len"])
  /// Words of other work that such a line begins with.
  private static let others: [StaticString] = ["eval", "val ", "valid", "test", "inference"]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard line.bytes.count <= Self.longest, !context.hasNamedProgress, !context.isOtherWork else { return }
    let start = line.messageStart
    guard start < line.bytes.count, let fields = LineField.split(line, from: start), fields.count > 1,
      let progress = progress(line, fields), !line.isConfiguration, !line.has(" loaded"),
      !EpochRemark.all.contains(where: { line.has($0.text) })
    else { return }
    let metrics = metrics(line, fields)
    guard metrics.contains(where: { isOfLoop($0) }), !ListedSettings.areAll(metrics),
      !Self.others.contains(where: { line.lower.hasWord($0, at: start) })
    else { return }
    let shape = LineShape.of(line, from: start)
    if context.ownShape != shape {
      let isTelling = metrics.contains { MetricName.isTelling($0.name) && !MetricName.isRate($0.name) }
      guard
        let first = isTelling && !context.hasStarted
          ? line.logLine
          : context.confirm(
            shape, value: Double(progress.step ?? 0) + (progress.epoch ?? 0), line, Self.needed)
      else { return }
      context.ownShape = shape
      reading.startLine = first
    }
    reading.isClaimed = true
    reading.isStart = true
    reading.isOfOwnLoop = true
    reading.progress = progress
    reading.metrics = metrics
  }

  /// What the first fields count; nil when the line does not begin with a count.
  private func progress(_ line: LineText, _ fields: [LineField]) -> TrainingProgress? {
    var progress = TrainingProgress()
    for (place, field) in fields.prefix(3).enumerated() {
      guard let word = CountWord.of(line.bytes[field.name]) else {
        if place == 0 { return nil }
        continue
      }
      let value: Double
      var total: Int?
      switch field.value {
      case .count(let count): (value, total) = (Double(count.value), count.total)
      case .number(let number) where !word.needsTotal && number.value >= 0 && number.value < 1e15:
        value = number.value
      default: return place == 0 ? nil : progress
      }
      if word.unit == .epoch, !isEpisode(line, word, fields) {
        guard progress.epoch == nil else { continue }
        progress.epoch = value
        progress.totalEpochs = total.map(Double.init)
      } else if progress.step == nil, let step = Int(exactly: value) {
        progress.step = step
        progress.totalSteps = total
      }
    }
    return progress.isEmpty ? nil : progress
  }

  private func isEpisode(_ line: LineText, _ word: CountWord, _ fields: [LineField]) -> Bool {
    word.text.utf8CodeUnitCount == 2 && fields.contains { Self.ofEpisodes.contains(line.bytes[$0.name]) }
  }

  private func metrics(_ line: LineText, _ fields: [LineField]) -> [LineReading.Metric] {
    fields.compactMap { field in
      guard case .number(let number) = field.value, CountWord.of(line.bytes[field.name]) == nil,
        MetricName.isMetric(line.bytes[field.name])
      else { return nil }
      return LineReading.Metric(name: line.text(field.name), value: number.value)
    }
  }

  /// Whether a number may be a result: it has a name of one, or parts.
  private func isOfLoop(_ metric: LineReading.Metric) -> Bool {
    !MetricName.isOfSolver(metric.name)
      && (MetricName.isTelling(metric.name) || metric.value != metric.value.rounded())
  }
}
