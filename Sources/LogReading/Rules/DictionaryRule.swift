import TrainingModel

/// The dictionaries of the Hugging Face Trainer: `{'loss': 0.52, 'learning_rate': '5e-05', 'epoch': 1.0}`.
struct DictionaryRule: LineRule {
  let triggers: [LineTraits] = [[.brace, .pair, .digit], [.brace, .pair, .metric]]
  var readsClaimedLines: Bool { true }

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let open = line.find("{'"), let close = line.bytes.lastIndex(of: ASCII.closeBrace), close > open
    else {
      return
    }
    let range = open..<close
    let isEvaluation = line.find("'eval_", in: range) != nil
    // Trainers of their own name parts of the loss (`loss/policy_avg`, `embedding_loss`) or the reward only.
    let isTraining =
      line.find("'loss'", in: range) != nil
      || !isEvaluation && line.find("'epoch'", in: range) != nil
        && (line.find("loss", in: range) ?? line.find("reward", in: range)) != nil
    let isSummary = line.find("'train_runtime'", in: range) != nil
    guard isTraining || isEvaluation || isSummary else { return }
    reading.isClaimed = true
    reading.metrics += MetricScanner.scan(line, in: range)
    if isTraining, line.find("'epoch'", in: range) != nil || line.find("'learning_rate'", in: range) != nil {
      reading.isStart = true
      context.isEvaluating = false
    }
    // An evaluation amid the training says where the training stands, too.
    if isSummary || isEvaluation || reading.isStart, let epoch = epoch(line, range) {
      reading.progress.epoch = epoch
    }
    if isSummary { reading.isEnd = true }
  }

  private func epoch(_ line: LineText, _ range: Range<Int>) -> Double? {
    guard let name = line.find("'epoch':", in: range) else { return nil }
    var index = line.skipBlanks(name + 8)
    if index < line.bytes.count, line.bytes[index] == ASCII.quote { index += 1 }
    return line.number(at: index)?.value
  }
}
