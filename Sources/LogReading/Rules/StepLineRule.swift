import TrainingModel

/// Lines that name a step: `step 100/1000 loss 2.1`, `iter 19: loss 3.0, time 1.2s`, `Iteration 7, loss =
/// 0.7`.
struct StepLineRule: LineRule {
  let triggers: [LineTraits] = [[.step, .digit], [.iteration, .digit]]

  /// Words in front of a step that speak of another run, or of measuring.
  private static let idleWords: [StaticString] = [
    "load", "resum", "restor", "warmup", "warm-up", "best ",
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    if namesSettings(line) { context.settingsOffset = line.offset }
    guard let mark = StepMark.find(in: line),
      !Self.idleWords.contains(where: { line.find($0, in: 0..<mark.range.lowerBound) != nil })
    else { return }
    let rest = mark.range.upperBound..<line.bytes.count
    let around = MetricScanner.scan(line, around: mark.range).map { [$0] } ?? []
    let metrics =
      around + MetricScanner.scan(line, in: rest)
      + MetricScanner.scan(line, in: line.message(before: mark.range.lowerBound))
    let isTelling =
      metrics.contains { MetricName.isTelling($0.name) }
      || mark.countsIterations(line)
        && metrics.contains { $0.value != $0.value.rounded() && !MetricName.isOfSolver($0.name) }
    let isAlone = isAlone(line, mark)
    let isHeading = mark.isHeading(line) || isAlone
    guard
      isTelling || isHeading || line.has("per-step time")
        || mark.total == nil && line.lower.hasWord(" training time ", at: mark.range.upperBound),
      !line.isConfiguration,
      !isOfOtherWork(line, mark), !ListedSettings.areAll(metrics),
      // Who puts a model to use counts steps and episodes too, but has no loss.
      !context.isOtherWork || metrics.isEmpty || metrics.contains(where: { MetricName.isLoss($0.name) })
    else {
      return
    }
    if isHeading { context.rows = .indented }
    reading.isClaimed = true
    reading.metrics = metrics
    reading.isStart = true
    if mark.total == nil, line.has("starting training") {
      // MLX announces how many there will be: `Starting training..., iters: 1000`.
      reading.progress.totalSteps = mark.step
      return
    }
    reading.progress.step = mark.step
    reading.progress.totalSteps = mark.total
    if let first = line.firstInk, let count = line.count(at: first),
      line.lower.hasWord(": episode", at: count.end)
    {
      // Keras-RL counts steps in front of the episode: `43587/50000: episode: 588, duration: 0.9s`.
      reading.progress.step = count.value
      reading.progress.totalSteps = count.total
    }
    if line.lower.hasWord("debug train ", at: mark.range.lowerBound - 12), let step = mark.total {
      // WeNet names epoch and batch: `DEBUG TRAIN Batch 4/203700 loss 12.6`.
      reading.progress = TrainingProgress(epoch: Double(mark.step), step: step)
    }
    reading.progress.etaSeconds = line.timeLeft
    // PaddleNLP's Trainer: `global_step: 10, …, progress_or_epoch: 0.0123`.
    if let word = line.find("progress_or_epoch:") {
      reading.progress.epoch = line.number(at: line.skipBlanks(word + 18))?.value
    }
    context.isEvaluating = false
  }

  /// `batch_size: 32`, `Gradient accumulation steps: 1`.
  private func namesSettings(_ line: LineText) -> Bool {
    guard !line.traits.contains(.epoch), !line.traits.contains(.metric) else { return false }
    return line.has("batch size") || line.has("batch_size") || line.has("accumulation")
  }

  /// `eval step 3/10`, `Inference step 3`, and the steps of an agent that acts and does not learn (ML-Agents).
  private func isOfOtherWork(_ line: LineText, _ mark: StepMark) -> Bool {
    if line.has("not training") { return true }
    // `[EVAL] algo=dqn episode=1 reward=266.1`, behind the bar of the evaluation.
    if let first = line.firstInk,
      ["[eval]", "[val]", "[valid]", "[test]"].contains(where: { (word: StaticString) in
        line.lower.hasWord(word, at: first)
      })
    {
      return true
    }
    // They stand right in front of the count, where anything does.
    let front = max(0, mark.range.lowerBound - 16)..<mark.range.lowerBound
    guard line.bytes[front].contains(where: ASCII.isLetter) else { return false }
    return ["eval", "inference", "validation", "validating", "testing"].contains {
      (word: StaticString) in line.find(word, in: front) != nil
    }
  }

  /// Whether the line says nothing but the count: `Step 1/4: Loading data` is a stage of a script.
  private func isAlone(_ line: LineText, _ mark: StepMark) -> Bool {
    if line.lower.hasWord(" -- global_step: ", at: mark.range.upperBound) { return true }
    // Ray Tune: `Trial train_371e5_00000 finished iteration 1 at 2026-11-21 20:15:11.`
    if line.lower.hasWord("finished ", at: mark.range.lowerBound - 9),
      line.lower.hasWord(" at ", at: mark.range.upperBound)
    {
      return true
    }
    guard isSilent(line, behind: mark) else { return false }
    var end = mark.range.lowerBound
    while end > 0, !ASCII.isLetter(line.bytes[end - 1]), !ASCII.isDigit(line.bytes[end - 1]) { end -= 1 }
    guard mark.total != nil else {
      // Flower: `INFO :      [ROUND 1]`.
      if line.lower.hasWord("[round ", at: mark.range.lowerBound - 1), line.bytes.last == ASCII.closeBracket {
        return true
      }
      // `  Iteration 10`, `***** Iteration #1 *****`, `training_iteration: 3`: a count by its name alone.
      // `****** Running generation 3 ******`.
      return mark.countsIterations(line)
        && (end == 0 || end == line.skipJoints(0) + 7 && line.lower.hasWord("running", at: end - 7))
        || line.lower.hasWord("training", at: end - 8)
    }
    return !line.bytes[..<end].contains { ASCII.isLetter($0) } || line.lower.hasWord("learning", at: end - 8)
      || line.lower.hasWord("chain", at: 0)
  }

  /// Whether nothing follows but punctuation, remarks in parentheses, and pairs of names and numbers.
  private func isSilent(_ line: LineText, behind mark: StepMark) -> Bool {
    let rest = line.bytes[mark.range.upperBound...]
    let hasLetters = rest.contains { ASCII.isLetter($0) }
    guard hasLetters else { return true }
    guard mark.total != nil, let first = rest.first, first == ASCII.space || first == ASCII.closeBracket
    else { return false }
    return rest.split(separator: ASCII.space).allSatisfy { word in
      word.first == ASCII.openParenthesis || !word.contains(where: ASCII.isLetter)
        || word.contains(ASCII.colon) && word.contains(where: ASCII.isDigit)
    }
  }
}
