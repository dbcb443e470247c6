import TrainingModel

/// gensim: `EPOCH 1 - PROGRESS: at 15.83% examples, 9 words/s`, `EPOCH 0: training on 90 raw words (…) took 0.1s`,
/// `PROGRESS: pass 0, at document #2000/4000`, `-7.1 per-word bound, 137.2 perplexity estimate …`.
struct GensimRule: LineRule {
  let triggers: [LineTraits] = [
    [.epoch, .digit], [.digit, .train], [.digit, .metric],
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    if let pass = line.find("progress: pass ") {
      passes(line, pass + 15, context, into: &reading)
    } else if line.has(" lda training"), let number = count(line, before: " passes over") {
      reading.isStart = true
      reading.isClaimed = true
      context.announcedEpochs = number
    } else if let bound = line.find(" per-word bound, "), let value = line.numberBefore(bound) {
      reading.isClaimed = true
      reading.metrics = [LineReading.Metric(name: "per-word bound", value: value)]
      if let perplexity = line.number(at: bound + 17) {
        reading.metrics.append(LineReading.Metric(name: "perplexity", value: perplexity.value))
      }
    } else if line.has("topic diff=") {
      reading.isClaimed = true
      reading.metrics = MetricScanner.scan(line)
    } else if line.has("progress: at ") || line.has("raw words (") {
      epoch(line, into: &reading)
    }
  }

  /// Passes are counted from 0: their number is the one announced.
  private func passes(
    _ line: LineText, _ index: Int, _ context: ReadingContext, into reading: inout LineReading
  ) {
    guard let pass = line.integer(at: index) else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.epoch = Double(pass.value)
    reading.progress.totalEpochs = context.announcedEpochs
    if let place = line.find("document #", in: pass.end..<line.bytes.count),
      let count = line.count(at: place + 10)
    {
      reading.progress.step = count.value
      reading.progress.totalSteps = count.total
    }
  }

  private func epoch(_ line: LineText, into reading: inout LineReading) {
    guard let word = line.find("epoch ") else { return }
    var index = line.skipBlanks(word + 6)
    if index < line.bytes.count, line.bytes[index] == ASCII.minus { index = line.skipBlanks(index + 1) }
    guard let number = line.integer(at: index) else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.epoch = Double(number.value)
    if let place = line.find("progress: at ", in: number.end..<line.bytes.count) {
      reading.progress.percent = line.number(at: place + 13)?.value
    } else {
      reading.beginsEpoch = true
    }
  }

  private func count(_ line: LineText, before word: StaticString) -> Double? {
    line.find(word).flatMap { line.numberBefore($0) }
  }
}
