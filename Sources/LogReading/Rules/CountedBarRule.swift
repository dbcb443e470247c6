import TrainingModel

/// Bars as lines of a logger (tqdm-loggable, openpi): `Progress on: 185it/200kit rate:2.1s/it remaining:117:05:03`.
struct CountedBarRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .slash, .pair]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let word = line.find("progress on:"), let rate = line.find(" rate:") else { return }
    let start = line.skipBlanks(word + 12)
    guard let slash = line.bytes[start..<max(start, rate)].lastIndex(of: ASCII.slash) else { return }
    var first = slash
    while first > start, !ASCII.isBlank(line.bytes[first - 1]) { first -= 1 }
    let name = start..<first
    // Before the first step the count is a dash.
    guard let count = line.count(at: first) ?? unknownCount(line, first, slash) else { return }
    let eta = line.find("remaining:", in: rate..<line.bytes.count)
    let bar = TrainingBar(
      name: name, count: count, percent: nil,
      etaSeconds: eta.flatMap { line.duration(at: line.skipBlanks($0 + 10))?.seconds }, unit: nil,
      metrics: line.find("postfix:").map { MetricScanner.scan(line, in: $0 + 8..<line.bytes.count) } ?? [])
    bar.read(line, &context, into: &reading)
  }

  private func unknownCount(_ line: LineText, _ first: Int, _ slash: Int) -> LineText.Count? {
    guard line.bytes[first] == ASCII.minus, first + 1 == slash else { return nil }
    return line.count(at: slash + 1, value: 0)
  }
}
