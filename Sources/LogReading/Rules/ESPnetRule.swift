import TrainingModel

/// ESPnet: `1epoch:train:91-180batch: iter_time=4.780e-04, loss_ctc=515.555, acc=4.963e-04`.
struct ESPnetRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .pair]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let words = line.find("epoch:train:"), let epoch = line.numberBefore(words),
      let first = line.integer(at: words + 12), first.end < line.bytes.count,
      line.bytes[first.end] == ASCII.minus, let last = line.integer(at: first.end + 1),
      line.lower.hasWord("batch:", at: last.end)
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.epoch = epoch
    reading.progress.step = last.value
    reading.metrics = MetricScanner.scan(line, in: last.end + 6..<line.bytes.count)
  }
}
