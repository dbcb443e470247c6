import TrainingModel

/// Lines that hold nothing but results: `Validation score: 0.61`, `Test MSE: 0.027, Test RMSE: 0.165`.
///
/// But for a loss of the training they prove no training, so they bring metrics only.
struct MetricLineRule: LineRule {
  let triggers: [LineTraits] = [[.metric, .digit], [.evaluation, .digit], [.step, .pair, .digit]]

  /// Lines with nothing but a loss that are asked for.
  private static let needed = 3

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard line.bytes.count <= 200 else { return }
    let start = max(messageStart(line), line.messageStart)
    let metrics = MetricScanner.scan(line, in: start..<line.bytes.count)
    guard metrics.contains(where: { isResult($0.name) }),
      letters(line, from: start) <= 2 * letters(metrics) + 8
    else { return }
    reading.metrics = metrics
    if let count = closingCount(line), metrics.count == 1, metrics[0].name.lowercased() == "loss" {
      reading.isStart = true
      reading.progress.step = count.value
      reading.progress.totalSteps = count.total
    }
    // Only a training tells of a loss on what it trains with.
    if line.lower.hasWord("train loss ", at: start), let step = line.integer(at: start + 11),
      line.lower.hasWord(" ", at: step.end), line.number(at: line.skipBlanks(step.end)) != nil
    {
      reading.progress.step = step.value
    }
    if !line.has("wandb:"), metrics.contains(where: { isTrainingLoss($0.name) }) { reading.isStart = true }
    reading.isTest = metrics.allSatisfy { isTest($0.name) }
    if !context.hasStarted, !reading.isStart { watch(line, start, metrics, &context, into: &reading) }
  }

  /// A loss, or what an agent got for an episode, in a line that says nothing else: one proves no training, but who prints
  /// it again and again trains.
  private func watch(
    _ line: LineText, _ start: Int, _ metrics: [LineReading.Metric], _ context: inout ReadingContext,
    into reading: inout LineReading
  ) {
    guard !context.isOtherWork, let metric = metrics.first(where: { isOfLoop($0.name) }),
      letters(line, from: start) <= letters(metrics) + 4,
      let first = context.confirm(LineShape.of(line, from: start), value: metric.value, line, Self.needed)
    else { return }
    reading.isStart = true
    reading.startLine = first
  }

  private func isOfLoop(_ name: String) -> Bool {
    let lower = name.lowercased()
    return MetricName.isLoss(name) || lower.hasPrefix("train") || lower.hasPrefix("episod")
  }

  /// `train loss`, `Training loss`, `train/loss`.
  private func isTrainingLoss(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix("train") && lower.hasSuffix("loss")
  }

  /// The count of PyTorch's quickstart: `loss: 2.303494  [   64/60000]`.
  private func closingCount(_ line: LineText) -> LineText.Count? {
    guard line.bytes.last == ASCII.closeBracket, let open = line.bytes.lastIndex(of: ASCII.openBracket),
      let count = line.count(at: line.skipBlanks(open + 1)), count.end == line.bytes.count - 1
    else { return nil }
    return count
  }

  /// `test_loss`, `Test accuracy`, `final test score`.
  private func isTest(_ name: String) -> Bool {
    name.lowercased().split { !($0.isLetter || $0.isNumber) }.prefix(2).contains("test")
  }

  /// A learning rate or a batch size alone is a line of a configuration.
  private func isResult(_ name: String) -> Bool {
    let lower = name.lowercased()
    if lower == "current learning rate" { return true }
    return MetricName.isTelling(name) && !lower.hasSuffix("learning_rate") && lower != "lr"
      && !lower.hasPrefix("max_")
  }

  /// Behind the time, level and name that loggers print first.
  private func messageStart(_ line: LineText) -> Int {
    var start = 0
    for joint in ["] ", " - ", " : "] as [StaticString] {
      var found = line.find(joint, in: start..<min(line.bytes.count, 120))
      while let index = found, isMessage(line, at: index + joint.utf8CodeUnitCount),
        MetricScanner.scan(line, in: start..<index).isEmpty
      {
        start = index + joint.utf8CodeUnitCount
        found =
          start < min(line.bytes.count, 120) ? line.find(joint, in: start..<min(line.bytes.count, 120)) : nil
      }
    }
    return start
  }

  /// Whether a message may begin there: `train loss : -0.4` has none behind its colon.
  private func isMessage(_ line: LineText, at index: Int) -> Bool {
    let start = line.skipBlanks(index)
    return start < line.bytes.count && !ASCII.isDigit(line.bytes[start]) && line.bytes[start] != ASCII.minus
  }

  private func letters(_ line: LineText, from start: Int) -> Int {
    line.bytes[start...].count(where: ASCII.isLetter)
  }

  private func letters(_ metrics: [LineReading.Metric]) -> Int {
    metrics.reduce(0) { $0 + $1.name.utf8.count(where: ASCII.isLetter) }
  }
}
