/// Bars drawn with lines.
///
/// `Epoch 2/3  ━━━╺━━ 9/20 0:00:01 • 0:00:02`, `41% ━━━╸── 1,025/2,500 [ 0:07 < 0:12, 131 it/s ]`.
struct RichBarRule: LineRule {
  let triggers: [LineTraits] = [[.nonASCII, .digit, .slash]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let run = LineRun.last(in: line), run.count >= 6,
      let count = line.count(at: line.skipBlanks(run.upperBound))
    else { return }
    let percent = percent(line, before: run.lowerBound)
    let rest = count.end..<line.bytes.count
    var bar = TrainingBar(
      name: 0..<(percent?.start ?? run.lowerBound), count: count, percent: percent?.value,
      etaSeconds: eta(line, rest), unit: nil, metrics: MetricScanner.scan(line, in: rest))
    // Lightning counts epochs from 0 and prints the last one behind the slash.
    bar.countsToLastEpoch = line.find("•", in: rest) != nil
    // A download counts bytes, and bars of other work have names: only rates of steps can be a training's.
    if line.find("b/s", in: rest) != nil { return reading.isClaimed = true }
    bar.read(line, &context, into: &reading)
  }

  private func percent(_ line: LineText, before index: Int) -> (value: Double, start: Int)? {
    var end = index
    while end > 0, ASCII.isBlank(line.bytes[end - 1]) { end -= 1 }
    guard end > 1, line.bytes[end - 1] == ASCII.percent else { return nil }
    var start = end - 1
    while start > 0, ASCII.isDigit(line.bytes[start - 1]) || line.bytes[start - 1] == ASCII.period {
      start -= 1
    }
    return line.number(at: start).map { ($0.value, start) }
  }

  /// The time behind `<` or a bullet.
  private func eta(_ line: LineText, _ range: Range<Int>) -> Double? {
    if let less = line.bytes[range].firstIndex(of: ASCII.less) {
      return line.duration(at: line.skipBlanks(less + 1))?.seconds
    }
    guard let bullet = line.find("•", in: range) else { return nil }
    return line.duration(at: line.skipBlanks(bullet + 3))?.seconds
  }
}
