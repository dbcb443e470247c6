import TrainingModel

/// Lines that name their progress in percent, beside a rate or the time that remains.
///
/// fastText: `Progress:  49.3% words/sec/thread:  123456 lr:  0.025 avg.loss:  2.1 ETA:   0h 0m12s`; word2vec: `Alpha: 0.04
/// Progress: 1.75%  Words/thread/sec: 112.3k`; ranger: `Growing trees.. Progress: 23%. Estimated remaining time: 1 minute`.
struct NamedPercentRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .percent, .pair, .progress]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let word = line.find("progress:"), let percent = line.number(at: line.skipBlanks(word + 9)),
      percent.end < line.bytes.count, line.bytes[percent.end] == ASCII.percent
    else { return }
    let rest = percent.end..<line.bytes.count
    let remaining = line.find("remaining time:", in: rest)
    guard
      let rate = line.find("words/sec/thread:", in: rest) ?? line.find("words/thread/sec:", in: rest)
        ?? remaining
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.percent = percent.value
    reading.metrics = MetricScanner.scan(line, in: 0..<word)
    if let remaining {
      reading.progress.etaSeconds = line.duration(at: line.skipBlanks(remaining + 15))?.seconds
    } else {
      let eta = line.find("eta:", in: rest)
      reading.metrics += MetricScanner.scan(line, in: rate + 17..<(eta ?? line.bytes.count))
      reading.progress.etaSeconds = line.timeLeft
      if percent.value >= 100 { reading.isEnd = true }
    }
  }
}
