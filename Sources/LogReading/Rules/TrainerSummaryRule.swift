/// The summary of Hugging Face's Trainer, of a training that was resumed behind its last step.
///
/// No step was taken, so that its loss is 0 and its time next to nothing.
///
/// `{'train_runtime': 0.0123, 'train_samples_per_second': 97454.1, 'train_loss': 0.0, 'epoch': 3.0}`
struct TrainerSummaryRule: LineRule {
  let triggers: [LineTraits] = [[.train, .brace, .digit]]
  var readsClaimedLines: Bool { true }

  /// Seconds; one that took steps takes longer to set up alone.
  private static let shortest = 1.0

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let time = value("train_runtime", line), time < Self.shortest, value("train_loss", line) == 0
    else { return }
    reading.hasNothingToDo = true
    // It is the mean of nothing.
    reading.metrics.removeAll { $0.name == "train_loss" }
  }

  private func value(_ name: StaticString, _ line: LineText) -> Double? {
    guard let found = line.find(name) else { return nil }
    var index = found + name.utf8CodeUnitCount
    while index < line.bytes.count,
      [ASCII.quote, ASCII.doubleQuote, ASCII.colon, ASCII.space].contains(line.bytes[index])
    {
      index += 1
    }
    return line.number(at: index)?.value
  }
}
