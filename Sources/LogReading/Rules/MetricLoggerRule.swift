import TrainingModel

/// The logger that many research codes have from torchvision, below a header that names no epoch:
/// `Training  [    10/125000]  eta: 2 days, 2:12:11  lr: 0.0001  total_loss: 12.9 (13.0)`.
struct MetricLoggerRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .slash, .bracket, .pair, .train]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let eta = line.find("]  eta:"), let open = line.bytes[..<eta].lastIndex(of: ASCII.openBracket),
      let count = line.count(at: line.skipBlanks(open + 1)), count.end == eta, isTraining(line, before: open)
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.step = count.value
    reading.progress.totalSteps = count.total
    reading.progress.etaSeconds = line.timeLeft
    let rest = line.bytes[(eta + 7)...].firstIndex(of: ASCII.space) ?? eta
    reading.metrics = MetricScanner.scan(line, in: rest..<line.bytes.count)
  }

  /// Whether the header ends in `Training` or `Train`.
  private func isTraining(_ line: LineText, before index: Int) -> Bool {
    var end = index
    while end > 0, ASCII.isBlank(line.bytes[end - 1]) || line.bytes[end - 1] == ASCII.colon { end -= 1 }
    return line.lower.hasWord("training", at: end - 8) || line.lower.hasWord("train", at: end - 5)
  }
}
