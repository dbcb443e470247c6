import TrainingModel

/// Deeplearning4j: `ScoreIterationListener - Score at iteration 700 is 1.3143`.
struct DL4JRule: LineRule {
  let triggers: [LineTraits] = [[.iteration, .metric, .digit]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let words = line.find("score at iteration "), let step = line.integer(at: words + 19),
      line.lower.hasWord(" is ", at: step.end), let score = line.number(at: step.end + 4)
    else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.progress.step = step.value
    reading.metrics = [LineReading.Metric(name: line.text(words..<words + 5), value: score.value)]
  }
}
