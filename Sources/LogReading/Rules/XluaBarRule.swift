import TrainingModel

/// Bars of Torch 7: ` [=====>........... 1001/1500 ...........] ETA: 10s819ms | Step: 10ms`, and with the count behind.
struct XluaBarRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .bracket, .slash, .pair, .step]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let step = line.lastIndex(of: "| step:", before: line.bytes.count),
      let time = line.lastIndex(of: "eta:", before: step) ?? line.lastIndex(of: "tot:", before: step),
      let slash = line.bytes[..<time].lastIndex(of: ASCII.slash),
      let open = line.bytes[..<slash].lastIndex(of: ASCII.openBracket), open + 1 < slash,
      [ASCII.equals, ASCII.period].contains(line.bytes[open + 1])
    else { return }
    var start = slash
    while start > open, ASCII.isDigit(line.bytes[start - 1]) { start -= 1 }
    guard let count = line.count(at: start) else { return }
    let isRunning = line.lower[time] == UInt8(ascii: "e")
    TrainingBar(
      name: open..<open, count: count, percent: nil,
      etaSeconds: isRunning ? line.duration(at: line.skipBlanks(time + 4))?.seconds : nil, unit: nil,
      metrics: []
    ).read(line, &context, into: &reading)
  }
}
