/// Rows of a dictionary that is printed over several lines, and results below a line that named their step.
///
/// ` 'Loss/total_loss': 0.159,` (TensorFlow), `    train/CrossEntropyLoss=11.2` (OLMo, Julia's ProgressMeter).
struct DictionaryRowRule: LineRule {
  let triggers: [LineTraits] = [[.brace, .pair], [.table, .pair, .digit]]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let first = line.firstInk else { return }
    if let open = line.find("{'"), line.bytes.lastIndex(of: ASCII.closeBrace).map({ $0 < open }) ?? true {
      guard line.bytes.last == ASCII.comma else { return }
      context.rows = .dictionary
      reading.metrics += MetricScanner.scan(line, in: open..<line.bytes.count)
      reading.isClaimed = true
      return
    }
    switch context.rows {
    case .dictionary where line.bytes[first] == ASCII.quote: break
    case .indented where first > 0: break
    case .dictionary, .indented:
      context.rows = nil
      return
    default: return
    }
    // A trainer names its own iteration among the results.
    if context.rows == .indented, line.has("iteration") { return }
    let metrics = MetricScanner.scan(line)
    guard metrics.count <= 1 else { return }
    reading.metrics += metrics
    reading.isClaimed = true
    if line.bytes.last == ASCII.closeBrace { context.rows = nil }
  }
}
