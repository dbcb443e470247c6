import TrainingModel

/// Nerfstudio: a header `Step (% Done)  Train Iter (time)  ETA (time)`, then `4210 (84.18%)   46.2 ms   36 s, 563.6 ms`.
struct NerfstudioRule: LineRule {
  let triggers: [LineTraits] = [[.step, .train, .percent], [.table, .percent, .digit]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk else { return }
    if line.lower.hasWord("step (% done)", at: first) {
      context.rows = .percents
      reading.isClaimed = true
      reading.isStart = true
    } else if context.rows == .percents, let step = line.integer(at: first),
      line.lower.hasWord(" (", at: step.end), let percent = line.number(at: step.end + 2),
      line.lower.hasWord("%)", at: percent.end)
    {
      reading.isClaimed = true
      reading.isStart = true
      reading.progress.step = step.value
      reading.progress.percent = percent.value
      reading.progress.etaSeconds = secondColumn(line, from: percent.end + 2)
    }
  }

  /// The time behind that of one iteration.
  private func secondColumn(_ line: LineText, from start: Int) -> Double? {
    let column = line.skipBlanks(start)
    guard let gap = line.find("   ", in: column..<line.bytes.count) else { return nil }
    let time = line.skipBlanks(gap)
    let end = line.find("   ", in: time..<line.bytes.count) ?? line.bytes.count
    return seconds(line, time..<end)
  }

  /// `36 s, 563.607 ms`, `10 m, 56 s`.
  private func seconds(_ line: LineText, _ range: Range<Int>) -> Double? {
    var sum = 0.0
    var index = range.lowerBound
    while index < range.upperBound {
      guard let number = line.number(at: index) else { return nil }
      let unit = line.skipBlanks(number.end)
      var end = unit
      while end < range.upperBound, ASCII.isLetter(line.bytes[end]) { end += 1 }
      switch line.text(unit..<end) {
      case "ms": sum += number.value / 1000
      case "s": sum += number.value
      case "m": sum += number.value * 60
      case "h": sum += number.value * 3600
      case "d": sum += number.value * 86_400
      default: return nil
      }
      guard end < range.upperBound, line.bytes[end] == ASCII.comma else { return sum }
      index = line.skipBlanks(end + 1)
    }
    return sum
  }
}
