/// Bars of tqdm and its likes: `Epoch 1/3:  47%|####5     | 15/32 [00:00<00:01, 43.9it/s, loss=0.08]`.
struct TqdmBarRule: LineRule {
  let triggers: [LineTraits] = [[.percent, .digit, .pipe, .slash], [.percent, .digit, .slash, .bracket]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let bar = bar(in: line) else { return }
    bar.read(line, &context, into: &reading)
    if let close = line.bytes[bar.count.end...].firstIndex(of: ASCII.closeBracket),
      line.bytes[(close + 1)...].contains(where: ASCII.isLetter)
    {
      reading.remainder = close + 1
    }
  }

  /// The last bar of the line: text is glued to bars, and bars to bars.
  private func bar(in line: LineText) -> TrainingBar? {
    var index = line.bytes.count - 1
    while index > 0 {
      if line.bytes[index] == ASCII.percent, ASCII.isDigit(line.bytes[index - 1]),
        let bar = bar(line, at: index)
      {
        return bar
      }
      index -= 1
    }
    return nil
  }

  private func bar(_ line: LineText, at percent: Int) -> TrainingBar? {
    guard let count = count(line, after: percent) else { return nil }
    let bracket = line.skipBlanks(count.end)
    guard bracket < line.bytes.count, line.bytes[bracket] == ASCII.openBracket else { return nil }
    var start = percent
    while start > 0, ASCII.isDigit(line.bytes[start - 1]) || line.bytes[start - 1] == ASCII.period {
      start -= 1
    }
    // Behind the end of another bar a new one begins.
    let nameStart = line.bytes[..<start].lastIndex(of: ASCII.closeBracket).map { close in
      line.bytes[..<close].contains(ASCII.less) ? close + 1 : 0
    }
    let name = (nameStart ?? 0)..<start
    let end = line.bytes[bracket...].firstIndex(of: ASCII.closeBracket) ?? line.bytes.count
    let details = details(line, bracket + 1..<end)
    return TrainingBar(
      name: name, count: count, percent: line.number(at: start)?.value, etaSeconds: details.eta,
      unit: details.unit, rate: details.rate, metrics: MetricScanner.scan(line, in: name) + details.metrics,
      details: details.postfix)
  }

  /// The count behind the bar; yolo forks print none between percent and count.
  private func count(_ line: LineText, after percent: Int) -> LineText.Count? {
    var index = percent + 1
    guard index < line.bytes.count else { return nil }
    if line.bytes[index] == ASCII.pipe {
      guard let close = line.bytes[(index + 1)...].firstIndex(of: ASCII.pipe) else { return nil }
      index = close + 1
    } else if line.bytes[index] != ASCII.space {
      return nil
    }
    return line.count(at: line.skipBlanks(index))
  }

  /// What stands in the brackets: `00:00<00:01, 43.9it/s, loss=0.08`.
  private func details(
    _ line: LineText, _ range: Range<Int>
  ) -> (eta: Double?, unit: String?, rate: Double?, metrics: [LineReading.Metric], postfix: Range<Int>?) {
    var eta: Double?
    if let less = line.bytes[range].firstIndex(of: ASCII.less) {
      eta = line.duration(at: line.skipBlanks(less + 1))?.seconds
    }
    guard let comma = line.bytes[range].firstIndex(of: ASCII.comma) else { return (eta, nil, nil, [], nil) }
    let rateEnd = line.bytes[(comma + 1)..<range.upperBound].firstIndex(of: ASCII.comma) ?? range.upperBound
    let unitStart = line.bytes[comma..<rateEnd].lastIndex {
      ASCII.isDigit($0) || $0 == ASCII.question || $0 == ASCII.space
    }
    let unit = unitStart.map { line.text($0 + 1..<rateEnd) }
    let isRate = unit.map { $0.hasSuffix("/s") } ?? false
    let rate = isRate ? line.number(at: line.skipBlanks(comma + 1))?.value : nil
    guard rateEnd < range.upperBound else { return (eta, unit, rate, [], nil) }
    let postfix = rateEnd..<range.upperBound
    return (eta, unit, rate, MetricScanner.scan(line, in: postfix), postfix)
  }
}
