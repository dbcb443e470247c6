import TrainingModel

/// fastText: `Progress:  49.3% words/sec/thread:  123456 lr:  0.025 avg.loss:  2.1 ETA:   0h 0m12s`.
struct FastTextRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .percent, .slash, .pair]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk, line.lower.hasWord("progress:", at: first),
      let words = line.find("words/sec/thread:"),
      let percent = line.number(at: line.skipBlanks(first + 9))
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.percent = percent.value
    let eta = line.find("eta:", in: words..<line.bytes.count)
    reading.metrics = MetricScanner.scan(line, in: words + 17..<(eta ?? line.bytes.count))
    if let eta { reading.progress.etaSeconds = line.duration(at: line.skipBlanks(eta + 4))?.seconds }
    if percent.value >= 100 { reading.isEnd = true }
  }
}
