import TrainingModel

/// Lines that begin with a count that has no name, and go on with results.
///
/// `[0/5][50/1583]  Loss_D: 0.23` (DCGAN), `[2,  2000] loss: 1.41` (PyTorch's tutorials), `[1100/120000] loss 2.3`,
/// `3/20, train_loss: 0.59` (MONAI), `2 | loss 10.39 | lr 1e-6`, `[proc 0][Train](100/5000) average pos_loss: 0.6`,
/// `[INFO] 350, train_loss=0.26` (Cellpose), `[2024-05-01 10:00:00] Ep. 1 : Up. 500 : Sen. 43,211 : Cost 7.63` (Marian).
struct LeadingCountRule: LineRule {
  let triggers: [LineTraits] = [
    [.digit, .slash, .metric], [.digit, .bracket, .metric], [.digit, .pipe, .metric],
    [.digit, .pair, .metric], [.digit, .train],
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk, let count = marian(line) ?? counted(line, first) ?? logged(line) else {
      return
    }
    let metrics = count.result.map { [$0] } ?? MetricScanner.scan(line, in: count.end..<line.bytes.count)
    guard count.result != nil || metrics.contains(where: { MetricName.isTelling($0.name) }),
      !metrics.allSatisfy(isOfEvaluation),
      opensWithResult(line, count.end, metrics), !context.isOtherWork
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.metrics = metrics
    reading.progress = count.progress
    // Who prints results on other data in every line prints a line an epoch.
    if count.isBare, metrics.contains(where: isOfEvaluation) {
      reading.progress.epoch = count.progress.step.map(Double.init)
      reading.progress.step = nil
    }
  }

  /// Whether a name and its number follow at once: `[2/4] Resizing, accuracy 0.5 px` says what is done.
  private func opensWithResult(_ line: LineText, _ end: Int, _ metrics: [LineReading.Metric]) -> Bool {
    guard var start = line.bytes[end...].firstIndex(where: ASCII.isLetter) else { return false }
    // `[100/5000] batch loss : 2.9`.
    if line.lower.hasWord("batch ", at: start) { start += 6 }
    let rest = line.text(start..<line.bytes.count)
    if metrics.contains(where: { rest.hasPrefix($0.name) }) { return true }
    let word =
      line.bytes[start...].firstIndex { !ASCII.isLetter($0) && $0 != ASCII.underscore } ?? line.bytes.count
    let next = line.skipBlanks(word)
    return next < line.bytes.count
      && ([ASCII.colon, ASCII.equals].contains(line.bytes[next]) || ASCII.isDigit(line.bytes[next]))
  }

  private struct Counted {
    var progress: TrainingProgress
    var end: Int
    var isBare = false
    /// The only result, whose name is none elsewhere.
    var result: LineReading.Metric?
  }

  private func counted(_ line: LineText, _ first: Int) -> Counted? {
    if let named = named(line, first) { return named }
    if line.bytes[first] == ASCII.openBracket { return bracketed(line, first) }
    if line.bytes[first] == ASCII.openParenthesis {
      // `(3/10) loss: 0.51`.
      guard let count = line.count(at: first + 1), line.lower.hasWord(")", at: count.end) else { return nil }
      return Counted(progress: TrainingProgress(step: count.value, totalSteps: count.total), end: count.end)
    }
    if let count = line.count(at: first) {
      let next = line.skipBlanks(count.end + 1)
      // `11/21 13:36:08` is a date.
      guard next < line.bytes.count, [ASCII.comma, ASCII.space].contains(line.bytes[count.end]),
        !ASCII.isDigit(line.bytes[next])
      else { return nil }
      return Counted(progress: TrainingProgress(step: count.value, totalSteps: count.total), end: count.end)
    }
    guard let number = line.integer(at: first) else { return nil }
    if line.lower.hasWord(" train ", at: number.end), let value = line.number(at: number.end + 7),
      value.end == line.bytes.count, !value.isInteger
    {
      // Karpathy's log files: `7356 train 3.249968`.
      return Counted(
        progress: TrainingProgress(step: number.value), end: number.end,
        result: LineReading.Metric(name: line.text(number.end + 1..<number.end + 6), value: value.value))
    }
    guard line.lower.hasWord(" | ", at: number.end) || line.lower.hasWord(", ", at: number.end) else {
      return nil
    }
    return Counted(progress: TrainingProgress(step: number.value), end: number.end, isBare: true)
  }

  /// The epoch and the updates of Marian NMT, with the results from the cost on.
  private func marian(_ line: LineText) -> Counted? {
    guard let updates = line.find(" : up. "), let step = line.integer(at: updates + 7),
      let word = line.lastIndex(of: "ep. ", before: updates), let epoch = line.integer(at: word + 4),
      let cost = line.find("cost ", in: step.end..<line.bytes.count)
    else { return nil }
    return Counted(progress: TrainingProgress(epoch: Double(epoch.value), step: step.value), end: cost)
  }

  /// A count behind the level that a logger prints.
  private func logged(_ line: LineText) -> Counted? {
    guard let level = line.find("[info] ") else { return nil }
    return counted(line, line.skipBlanks(level + 7))
  }

  /// `Ep 3/100`, `ep: 3`, `[E003/100]`, `it 200`: short names that mean a count only at the start of a line.
  private func named(_ line: LineText, _ first: Int) -> Counted? {
    let start = line.bytes[first] == ASCII.openBracket ? first + 1 : first
    if let place = behind("it", line, start), let number = line.integer(at: place) {
      return Counted(progress: TrainingProgress(step: number.value), end: number.end)
    }
    let long = behind("ep", line, start)
    guard let place = long ?? (line.lower.hasWord("e", at: start) ? start + 1 : nil) else { return nil }
    guard let count = line.count(at: place) else {
      guard long != nil, let number = line.integer(at: place) else { return nil }
      return Counted(progress: TrainingProgress(epoch: Double(number.value)), end: number.end)
    }
    return Counted(
      progress: TrainingProgress(epoch: Double(count.value), totalEpochs: Double(count.total)), end: count.end
    )
  }

  /// Where the number behind a short name may stand.
  private func behind(_ name: StaticString, _ line: LineText, _ start: Int) -> Int? {
    guard line.lower.hasWord(name, at: start) else { return nil }
    let end = start + name.utf8CodeUnitCount
    guard end < line.bytes.count, [ASCII.space, ASCII.colon, ASCII.equals].contains(line.bytes[end])
    else { return nil }
    return line.skipBlanks(end + 1)
  }

  private func bracketed(_ line: LineText, _ first: Int) -> Counted? {
    if let word = line.find("[train]("), let count = line.count(at: word + 8) {
      return Counted(progress: TrainingProgress(step: count.value, totalSteps: count.total), end: count.end)
    }
    if let count = line.count(at: first + 1) {
      guard count.end < line.bytes.count, line.bytes[count.end] == ASCII.closeBracket else { return nil }
      guard line.lower.hasWord("][", at: count.end), let step = line.count(at: line.skipBlanks(count.end + 2))
      else {
        return Counted(progress: TrainingProgress(step: count.value, totalSteps: count.total), end: count.end)
      }
      return Counted(
        progress: TrainingProgress(
          epoch: Double(count.value), totalEpochs: Double(count.total), step: step.value,
          totalSteps: step.total),
        end: step.end)
    }
    guard let epoch = line.integer(at: first + 1), line.lower.hasWord(", ", at: epoch.end),
      let step = line.integer(at: line.skipBlanks(epoch.end + 2)), step.end < line.bytes.count,
      line.bytes[step.end] == ASCII.closeBracket
    else { return nil }
    return Counted(progress: TrainingProgress(epoch: Double(epoch.value), step: step.value), end: step.end)
  }

  private func isOfEvaluation(_ metric: LineReading.Metric) -> Bool {
    let name = metric.name.lowercased()
    return name.hasPrefix("val") || name.hasPrefix("test") || name.hasPrefix("eval")
  }
}
