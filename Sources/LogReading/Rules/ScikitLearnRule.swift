import TrainingModel

/// Estimators of scikit-learn that count in words of their own: `building tree 3 of 100`,
/// `[3/15] 1 tree, 31 leaves, max depth = 8, train loss: 0.58, in 0.01s`, `Fit 15 trees in 0.5 s`.
struct ScikitLearnRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .building], [.digit, .bracket, .slash], [.digit, .train]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk else { return }
    if line.lower.hasWord("fit ", at: first), let number = line.integer(at: first + 4),
      line.lower.hasWord(" trees in ", at: number.end)
    {
      reading.isClaimed = true
      reading.isEnd = true
    } else if line.lower.hasWord("building tree ", at: first), let count = line.count(at: first + 14) {
      take(count, into: &reading)
    } else if line.lower.hasWord("building estimator ", at: first), let count = line.count(at: first + 19) {
      take(count, into: &reading)
    } else if line.bytes[first] == ASCII.openBracket, let count = line.count(at: first + 1),
      line.lower.hasWord("] ", at: count.end), line.has(" tree, ") || line.has(" trees, ")
    {
      take(count, into: &reading)
      let depth = line.find("max depth")
      let rest = depth.flatMap { line.bytes[$0...].firstIndex(of: ASCII.comma) } ?? line.bytes.count
      reading.metrics = MetricScanner.scan(line, in: rest..<line.bytes.count)
    }
  }

  private func take(_ count: LineText.Count, into reading: inout LineReading) {
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.step = count.value
    reading.progress.totalSteps = count.total
  }
}
