import TrainingModel

/// Lines that name an epoch: `Epoch 3/10`, `Epoch [3/10] loss: 0.5`, `Epoch [2][10/25]  lr: …`, `epoch 3 |
/// loss=…`.
struct EpochLineRule: LineRule {
  let triggers: [LineTraits] = [[.epoch, .digit]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard var mark = EpochMark.find(in: line) else { return }
    mark.isValidation = mark.isValidation || isLedByValidation(line, mark)
    let isIdle = EpochRemark.all.contains { line.has($0.text) }
    let rest = mark.range.upperBound..<line.bytes.count
    let around = MetricScanner.scan(line, around: mark.range).map { [$0] } ?? []
    let metrics =
      around + MetricScanner.scan(line, in: rest)
      + MetricScanner.scan(line, in: line.message(before: mark.range.lowerBound))
    let isLed = isLed(line, by: mark)
    guard !ListedSettings.hold(line, mark, metrics, context), !line.has(" loaded"),
      !line.has("best model")
    else { return }
    guard !isIdle || !metrics.isEmpty && isLed,
      mark.step != nil || !metrics.isEmpty || mark.total != nil && isLed || isLed && isAlone(line, rest)
    else { return }
    reading.isClaimed = true
    reading.metrics = metrics
    reading.progress.epoch = mark.epoch
    reading.progress.totalEpochs = mark.trueTotal(line, &context)
    guard !mark.isValidation else { return }
    reading.isStart = true
    let step =
      mark.step.map { StepMark(step: $0, total: mark.totalSteps, range: mark.range) }
      ?? StepMark.find(in: line) ?? StepMark.counted(in: line, rest) ?? StepMark.plural(in: line, rest)
    if let step {
      if step.isHeading(line) { context.rows = .indented }
      reading.progress.step = step.step
      reading.progress.totalSteps = step.total
      // A bar without a name that counts to another number is not that of the training.
      context.barTotal = step.total ?? context.barTotal
      context.isBarComplete = false
    } else if metrics.isEmpty {
      reading.beginsEpoch = true
      context.barTotal = nil
      context.isBarComplete = false
    }
    context.hasEpoch = true
    context.isEvaluating = false
    reading.progress.etaSeconds = line.timeLeft
    if step != nil { reading.progress.percent = percent(line, behind: mark.range.upperBound) }
  }

  /// `[64/60000 (12%)]`.
  private func percent(_ line: LineText, behind end: Int) -> Double? {
    let open = line.skipBlanks(end)
    guard open < line.bytes.count, line.bytes[open] == ASCII.openParenthesis,
      let number = line.number(at: line.skipBlanks(open + 1)), number.end < line.bytes.count,
      line.bytes[number.end] == ASCII.percent
    else { return nil }
    return number.value
  }

  /// `[Eval][Epoch 1]`, `valid | epoch 001 |`: results, but not of training.
  private func isLedByValidation(_ line: LineText, _ mark: EpochMark) -> Bool {
    var end = mark.range.lowerBound
    while end > 0, mark.range.lowerBound - end < 4, !ASCII.isLetter(line.bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, ASCII.isLetter(line.bytes[start - 1]) { start -= 1 }
    switch line.text(start..<end).lowercased() {
    case "val", "valid", "validation", "validating", "eval", "evaluation", "evaluating", "test", "testing":
      return true
    default: return false
    }
  }

  /// Whether the mark opens the message: nothing, a log prefix or `training` stands in front of it.
  private func isLed(_ line: LineText, by mark: EpochMark) -> Bool {
    var end = mark.range.lowerBound
    while end > 0, ASCII.isBlank(line.bytes[end - 1]) { end -= 1 }
    guard end > 0 else { return true }
    guard ASCII.isLetter(line.bytes[end - 1]) else { return line.bytes[end - 1] != ASCII.openParenthesis }
    // TensorFlow's guide: `Start of epoch 0`.
    if line.lower.hasWord(" of", at: end - 3) { end -= 3 }
    var start = end
    while start > 0, ASCII.isLetter(line.bytes[start - 1]) { start -= 1 }
    switch line.text(start..<end).lowercased() {
    case "train", "training", "starting", "start", "begin", "beginning", "info", "running", "trainer",
      "debug", "into", "processing", "online":
      return true
    default: return false
    }
  }

  /// Whether nothing of weight follows the mark.
  private func isAlone(_ line: LineText, _ rest: Range<Int>) -> Bool {
    for word in ["started", "start", "begin", "training", "train", "completed", "finished"] as [StaticString]
    where line.find(word, in: rest) != nil { return true }
    // `Epoch    3 | 0.5123 | 0.6012`: results without names.
    if line.bytes[rest].first(where: { !ASCII.isBlank($0) }) == ASCII.pipe,
      line.bytes[rest].contains(ASCII.period),
      line.bytes[rest].allSatisfy({
        ASCII.isBlank($0) || ASCII.isDigit($0) || [ASCII.pipe, ASCII.period, ASCII.minus].contains($0)
      })
    {
      return true
    }
    // `Train Epoch: 3 [12%]`.
    let end =
      line.bytes[rest].last == ASCII.closeBracket ? line.bytes[rest].firstIndex(of: ASCII.percent) : nil
    return !line.bytes[rest].contains { ASCII.isLetter($0) || end == nil && ASCII.isDigit($0) }
  }
}
