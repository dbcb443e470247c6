import TrainingModel

/// timm: `Train: 0 [ 100/1251 (  8%)]  Loss: 6.94 (6.95)  Time: 0.42s, …  LR: 1.000e-05`.
///
/// OpenPCDet names the number of epochs too: `Train:    1/3 ( 33%) [  49/323 ( 15%)]  Loss: 36.77 (81.7)`.
struct TimmRule: LineRule {
  let triggers: [LineTraits] = [[.train, .digit, .bracket, .slash]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let word = line.find("train: "), let epoch = line.integer(at: line.skipBlanks(word + 7)) else {
      return
    }
    let total = line.count(at: line.skipBlanks(word + 7))
    var open = line.skipBlanks(total?.end ?? epoch.end)
    if total != nil, open < line.bytes.count, line.bytes[open] == ASCII.openParenthesis,
      let close = line.bytes[open...].prefix(8).firstIndex(of: ASCII.closeParenthesis)
    {
      open = line.skipBlanks(close + 1)
    }
    guard open < line.bytes.count, line.bytes[open] == ASCII.openBracket,
      let count = line.count(at: line.skipBlanks(open + 1))
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.epoch = Double(epoch.value)
    reading.progress.totalEpochs = total.map { Double($0.total) }
    reading.progress.step = count.value
    reading.progress.totalSteps = count.total
    reading.metrics = MetricScanner.scan(line, in: count.end..<line.bytes.count)
    let parenthesis = line.skipBlanks(count.end)
    if parenthesis < line.bytes.count, line.bytes[parenthesis] == ASCII.openParenthesis,
      let percent = line.number(at: line.skipBlanks(parenthesis + 1)), percent.end < line.bytes.count,
      line.bytes[percent.end] == ASCII.percent
    {
      reading.progress.percent = percent.value
    }
  }
}
