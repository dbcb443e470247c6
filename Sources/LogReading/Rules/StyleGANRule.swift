import TrainingModel

/// StyleGAN: `tick 14    kimg 70.1     time 1h 38m 21s   sec/tick 366.1`.
struct StyleGANRule: LineRule {
  let triggers: [LineTraits] = [[.step, .digit, .slash]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk, line.lower.hasWord("tick ", at: first), line.has("kimg "),
      let tick = line.integer(at: line.skipBlanks(first + 5))
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.step = tick.value
  }
}
