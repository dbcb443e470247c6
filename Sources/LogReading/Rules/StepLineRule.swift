import TrainingModel

/// Lines that name a step: `step 100/1000 loss 2.1`, `iter 19: loss 3.0, time 1.2s`, `Iteration 7, loss =
/// 0.7`.
struct StepLineRule: LineRule {
  let triggers: [LineTraits] = [[.step, .digit], [.iteration, .digit]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let mark = StepMark.find(in: line) else { return }
    let rest = mark.range.upperBound..<line.bytes.count
    let metrics = MetricScanner.scan(line, in: rest) + MetricScanner.scan(line, in: 0..<mark.range.lowerBound)
    let isTelling = metrics.contains { MetricName.isTelling($0.name) }
    let isHeading = mark.isHeading(line)
    guard isTelling || mark.total != nil && isAlone(line, mark) || isHeading || line.has("per-step time")
    else {
      return
    }
    if isHeading { context.rows = .indented }
    reading.isClaimed = true
    reading.metrics = metrics
    reading.isStart = true
    reading.progress.step = mark.step
    reading.progress.totalSteps = mark.total
    if let eta = line.find("eta:") ?? line.find("eta=") {
      reading.progress.etaSeconds = line.duration(at: line.skipBlanks(eta + 4))?.seconds
    }
    context.isEvaluating = false
  }

  /// Whether the line says nothing but the count: `Step 1/4: Loading data` is a stage of a script.
  private func isAlone(_ line: LineText, _ mark: StepMark) -> Bool {
    (!line.bytes[mark.range.upperBound...].contains { ASCII.isLetter($0) }
      || line.lower.hasWord(" -- global_step: ", at: mark.range.upperBound))
      && !line.bytes[..<mark.range.lowerBound].contains { ASCII.isLetter($0) }
  }
}
