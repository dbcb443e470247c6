import TrainingModel

/// Loops that are counted in Chinese: `第 2 轮训练开始`, `第2轮/共10轮 loss: 0.6`, `训练次数：400, Loss：1.14`.
struct ChineseLoopRule: LineRule {
  let triggers: [LineTraits] = [[.nonASCII, .digit]]

  private static let ordinal = Array("第".utf8)
  private static let rounds = ["轮", "个epoch", "个 epoch", "次迭代"].map { Array($0.utf8) }
  private static let totals = Array("共".utf8)
  private static let counters = ["训练次数", "训练步数", "迭代次数"].map { Array($0.utf8) }
  /// A colon of full width, which stands for the narrow one.
  private static let colon = Array("：".utf8)
  private static let longest = 400
  /// Words of other work in such a line.
  private static let others = ["验证", "测试", "评估"].map { Array($0.utf8) }

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard line.bytes.count < Self.longest, line.bytes.contains(Self.ordinal[0]) || line.bytes.contains(0xE8)
    else { return }
    let text = narrowed(line)
    if let step = count(text) {
      reading.progress.step = step.value
      reading.metrics = MetricScanner.scan(text, in: step.end..<text.bytes.count)
      guard reading.metrics.contains(where: { MetricName.isTelling($0.name) }) else {
        reading.progress = TrainingProgress()
        reading.metrics = []
        return
      }
    } else if let epoch = epoch(text) {
      reading.progress.epoch = Double(epoch.value)
      reading.progress.totalEpochs = epoch.total.map(Double.init)
      reading.metrics = MetricScanner.scan(text, in: epoch.end..<text.bytes.count)
      context.hasEpoch = true
    } else {
      return
    }
    reading.isClaimed = true
    reading.isStart = true
    context.isEvaluating = false
  }

  /// The line with narrow colons.
  private func narrowed(_ line: LineText) -> LineText {
    guard line.bytes.contains(Self.colon[0]) else { return line }
    var bytes: [UInt8] = []
    var index = 0
    while index < line.bytes.count {
      if line.bytes[index...].starts(with: Self.colon) {
        bytes += [ASCII.colon, ASCII.space]
        index += Self.colon.count
      } else {
        bytes.append(line.bytes[index])
        index += 1
      }
    }
    return LineText(bytes: bytes, traits: line.traits, offset: line.offset)
  }

  /// `训练次数: 400`.
  private func count(_ line: LineText) -> (value: Int, end: Int)? {
    for word in Self.counters {
      guard let found = place(of: word, in: line, from: 0) else { continue }
      var index = found + word.count
      while index < line.bytes.count, [ASCII.colon, ASCII.space, ASCII.equals].contains(line.bytes[index]) {
        index += 1
      }
      if let number = line.integer(at: index) { return (number.value, number.end) }
    }
    return nil
  }

  /// `第 2 轮`, perhaps with `共 10 轮` behind it; not that of a validation.
  private func epoch(_ line: LineText) -> (value: Int, total: Int?, end: Int)? {
    guard let found = place(of: Self.ordinal, in: line, from: 0),
      let number = line.integer(at: line.skipBlanks(found + Self.ordinal.count))
    else { return nil }
    let unit = line.skipBlanks(number.end)
    guard let word = Self.rounds.first(where: { line.lower[unit...].starts(with: $0) }),
      !Self.others.contains(where: { line.bytes[unit...].prefix(24).containsSequence($0) })
    else { return nil }
    var end = unit + word.count
    guard let total = place(of: Self.totals, in: line, from: end), total - end < 8,
      let count = line.integer(at: line.skipBlanks(total + Self.totals.count))
    else { return (number.value, nil, end) }
    end = count.end
    if line.bytes[end...].starts(with: word) { end += word.count }
    return (number.value, count.value, end)
  }

  private func place(of word: [UInt8], in line: LineText, from start: Int) -> Int? {
    guard line.bytes.count >= word.count, start <= line.bytes.count - word.count else { return nil }
    return (start...line.bytes.count - word.count).first {
      line.bytes[$0] == word[0] && line.bytes[$0...].starts(with: word)
    }
  }
}

extension Collection<UInt8> {
  /// Whether these bytes occur in a row.
  fileprivate func containsSequence(_ word: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: word) }
  }
}
