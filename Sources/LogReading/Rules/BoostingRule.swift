import TrainingModel

/// Boosting libraries: `[10]\tvalid-auc:0.91`, `[20]\tvalid_0's auc: 0.9`, `10:\tlearn: 0.31\tremaining:
/// 390ms`.
struct BoostingRule: LineRule {
  let triggers: [LineTraits] = [[.digit, .pair, .bracket], [.digit, .pair, .metric]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk else { return }
    let round: Int
    let rest: Int
    if let inner = loggedRound(line) {
      (round, rest) = inner
    } else if line.bytes[first] == ASCII.openBracket, let number = line.integer(at: first + 1),
      number.end + 1 < line.bytes.count, line.bytes[number.end] == ASCII.closeBracket,
      ASCII.isBlank(line.bytes[number.end + 1])
    {
      (round, rest) = (number.value, number.end + 1)
    } else if let number = line.integer(at: first), line.bytes.count > number.end + 1,
      line.bytes[number.end] == ASCII.colon, ASCII.isBlank(line.bytes[number.end + 1]),
      line.has("learn:") || line.has("remaining:")
    {
      (round, rest) = (number.value, number.end + 1)
    } else {
      return
    }
    let metrics = MetricScanner.scan(line, in: rest..<line.bytes.count)
    guard let name = metrics.first?.name, opens(line, rest, with: name) else { return }
    reading.isClaimed = true
    reading.isStart = true
    reading.metrics = metrics
    if context.rows == .best {
      // What early stopping has chosen is not where the training is.
      context.rows = nil
      return
    }
    reading.progress.step = round
    if let word = line.find("remaining:") {
      reading.progress.etaSeconds = line.duration(at: line.skipBlanks(word + 10))?.seconds
    }
  }

  /// Whether results follow the round at once: `[1] valid=yes | accuracy=0.29` is a list.
  private func opens(_ line: LineText, _ index: Int, with name: String) -> Bool {
    guard let start = line.bytes[index...].firstIndex(where: ASCII.isLetter) else { return false }
    return line.bytes[start...].starts(with: name.utf8)
  }

  /// The step behind what a logger prints: `logging_writer.py:48] [100] loss=0.5` (clu), `[10:00:01] [10]\ttrain-rmse:…`
  /// and `INFO XGBoost: [3]\ttraining-logloss:…` (XGBoost).
  private func loggedRound(_ line: LineText) -> (Int, Int)? {
    // MXNet: `Epoch[102] Batch [50]\tSpeed: 580 samples/sec`.
    guard !line.traits.contains(.epoch) else { return nil }
    if let tab = line.bytes.prefix(120).firstIndex(of: ASCII.tab), tab > 3,
      line.bytes[tab - 1] == ASCII.closeBracket,
      let open = line.bytes[..<tab].lastIndex(of: ASCII.openBracket), open > 0,
      ASCII.isBlank(line.bytes[open - 1]),
      let number = line.integer(at: open + 1), number.end == tab - 1
    {
      return (number.value, tab)
    }
    guard let words = line.find(".py:"), let close = line.find("] [", in: words..<line.bytes.count),
      let number = line.integer(at: close + 3), line.lower.hasWord("] ", at: number.end)
    else { return nil }
    return (number.value, number.end + 1)
  }
}
