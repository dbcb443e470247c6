import TrainingModel

/// darknet and its forks: `6231: 0.907933, 0.625444 avg, 0.001000 rate, 0.033331 seconds, 6231 images`.
struct DarknetRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .pair]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk, let step = line.integer(at: first), step.end < line.bytes.count,
      line.bytes[step.end] == ASCII.colon, let loss = part(line, step.end + 1, ""),
      let average = part(line, loss.end, " avg loss") ?? part(line, loss.end, " avg"),
      let rate = part(line, average.end, " rate")
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.step = step.value
    reading.metrics = [
      LineReading.Metric(name: "loss", value: loss.value),
      LineReading.Metric(name: "avg", value: average.value),
      LineReading.Metric(name: "rate", value: rate.value),
    ]
    if let hours = line.find(" hours left"), let number = line.numberBefore(hours) {
      reading.progress.etaSeconds = number * 3600
    }
  }

  /// A number with what must stand behind it, and the index behind the comma that follows.
  private func part(_ line: LineText, _ index: Int, _ unit: StaticString) -> (value: Double, end: Int)? {
    guard let number = line.number(at: line.skipBlanks(index)),
      unit.utf8CodeUnitCount == 0 || line.lower.hasWord(unit, at: number.end)
    else { return nil }
    let end = number.end + unit.utf8CodeUnitCount
    guard end < line.bytes.count, line.bytes[end] == ASCII.comma else { return nil }
    return (number.value, end + 1)
  }
}
