import TrainingModel

/// Bars of Keras and Paddle.
///
/// ` 37/50 ━━━━━━━ 0s 1ms/step - loss: 0.41`, `11/43 [==>...] - ETA: 3:55 - loss: 0.9`,
/// `50/50 - 15s - 302ms/step - loss: 0.62`, `step 15/20 [=====>....] - loss: 0.6`.
struct KerasBarRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .slash]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard var index = line.firstInk else { return }
    if line.lower.hasWord("step", at: index) { index = line.skipBlanks(index + 4) }
    guard index < line.bytes.count, ASCII.isDigit(line.bytes[index]), let count = line.count(at: index) else {
      return
    }
    let next = line.skipBlanks(count.end)
    guard next > count.end, next < line.bytes.count, isBar(line, at: next),
      line.has("/step") || line.has("eta:") || line.has("s/epoch") || line.has("loss")
    else { return }
    reading.isClaimed = true
    let metrics = MetricScanner.scan(line, in: next..<line.bytes.count)
    // After the last epoch, or with another number of batches, the same bar means evaluate() or predict().
    let isOther = context.isEvaluating || context.isBarComplete && context.barTotal != count.total
    guard !isOther, context.hasEpoch || metrics.contains(where: { MetricName.isTelling($0.name) }) else {
      return
    }
    reading.isStart = true
    reading.metrics = metrics
    reading.progress.step = count.value
    reading.progress.totalSteps = count.total
    reading.progress.etaSeconds = count.value < count.total ? eta(line, after: next) : nil
    context.barTotal = count.total
    context.isBarComplete = count.value >= count.total
  }

  private func isBar(_ line: LineText, at index: Int) -> Bool {
    switch line.bytes[index] {
    case 0xE2: LineRun.last(in: line) != nil
    case ASCII.openBracket:
      index + 1 < line.bytes.count
        && [ASCII.equals, ASCII.period, ASCII.greater].contains(line.bytes[index + 1])
    case ASCII.minus: index + 1 < line.bytes.count && line.bytes[index + 1] == ASCII.space
    default: false
    }
  }

  private func eta(_ line: LineText, after index: Int) -> Double? {
    if let word = line.find("eta:") { return line.duration(at: line.skipBlanks(word + 4))?.seconds }
    guard let run = LineRun.last(in: line) else { return nil }
    return line.duration(at: line.skipBlanks(run.upperBound))?.seconds
  }
}
