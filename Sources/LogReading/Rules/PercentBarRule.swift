import TrainingModel

/// Bars without a count, as Julia's ProgressMeter draws them: `Training  41%|████▌     |  ETA: 0:00:12`.
struct PercentBarRule: LineRule {
  let triggers: [LineTraits] = [[.percent, .digit, .pipe, .pair]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let eta = line.find("| "),
      let word = line.find("eta:", in: eta..<line.bytes.count)
        ?? line.find("time:", in: eta..<line.bytes.count),
      line.skipBlanks(eta + 1) == word,
      let percent = line.bytes[..<eta].lastIndex(of: ASCII.percent), percent + 1 < line.bytes.count,
      line.bytes[percent + 1] == ASCII.pipe
    else { return }
    var start = percent
    while start > 0, ASCII.isDigit(line.bytes[start - 1]) || line.bytes[start - 1] == ASCII.period {
      start -= 1
    }
    guard let value = line.number(at: start) else { return }
    reading.isClaimed = true
    guard BarName.of(line, 0..<start) == .training else { return }
    reading.isStart = true
    reading.progress.percent = value.value
    if let mark = EpochMark.find(in: line, 0..<start) {
      reading.progress.epoch = mark.epoch
      reading.progress.totalEpochs = mark.trueTotal(line, &context)
    }
    if line.lower[word] == UInt8(ascii: "e") {
      reading.progress.etaSeconds = line.duration(at: line.skipBlanks(word + 4))?.seconds
    }
    context.rows = .indented
    reading.metrics = MetricScanner.scan(line, in: word + 4..<line.bytes.count)
  }
}
