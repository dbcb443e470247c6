/// Sentences in which trainers say that they begin, evaluate or are done.
struct PhraseRule: LineRule {
  let triggers: [LineTraits] = [[.train], [.epoch, .digit], [.evaluation], [.ending]]
  var readsClaimedLines: Bool { true }

  private static let starts: [StaticString] = [
    "running training", "starting training", "start training", "begin training", "beginning training",
    "begins training", "before the start of training step",
  ]
  /// Starts only where they open a message: `Tokenizer training started` is a stage.
  private static let openings: [StaticString] = ["training started", "training begins"]
  private static let ends: [StaticString] = [
    "training complete", "training finished", "finished training", "training is done", "training done",
    "end of training", "training has finished", "done training", "epochs completed in",
    "model is trained and saved",
    "training ended", "completed training", "training successful", "training was successful",
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    announcedEpochs(line, &context)
    if line.traits.contains(.train) {
      let found =
        first(Self.starts, line) ?? first(Self.openings, line).flatMap { opensMessage(line, $0) ? $0 : nil }
      if let found, !isIntention(line, before: found) {
        reading.isStart = true
        context.isEvaluating = false
      }
      if let found = first(Self.ends, line), opensMessage(line, found), !line.has("component") {
        reading.isEnd = true
      }
      if line.has("`trainer.fit` stopped") { reading.isEnd = true }
    } else if line.has("epochs completed in") {
      reading.isEnd = true
    }
    if line.traits.contains(.evaluation),
      line.lower.suffix(10).elementsEqual("validating".utf8) || line.has("***** running evaluation")
        || line.has("***** running prediction") || line.has("eval begin")
        || line.has("predict begin")
    {
      context.isEvaluating = true
    }
  }

  private func first(_ phrases: [StaticString], _ line: LineText) -> Int? {
    for phrase in phrases {
      if let found = line.find(phrase) { return found }
    }
    return nil
  }

  /// `Preparing to start training` has not begun.
  private func isIntention(_ line: LineText, before index: Int) -> Bool {
    line.lower.hasWord("to ", at: index - 3) || line.lower.hasWord("before ", at: index - 7)
      || line.lower.hasWord("will ", at: index - 5) || line.lower.hasWord("not ", at: index - 4)
      || line.lower.hasWord("when ", at: index - 5) || line.lower.hasWord("after ", at: index - 6)
  }

  /// Whether a phrase opens the message, so that it speaks of the whole: `Tokenizer training completed` does
  /// not.
  private func opensMessage(_ line: LineText, _ index: Int) -> Bool {
    var end = index
    while end > 0, ASCII.isBlank(line.bytes[end - 1]) { end -= 1 }
    guard end > 0, ASCII.isLetter(line.bytes[end - 1]) else { return true }
    return line.lower.hasWord("info", at: end - 4) || line.lower.hasWord("model", at: end - 5)
      || line.lower.hasWord("rasa", at: end - 4) || line.lower.hasWord("the", at: end - 3)
  }

  /// `Starting training for 50 epochs`, `Num Epochs = 3`, `max: 12 epochs`.
  private func announcedEpochs(_ line: LineText, _ context: inout ReadingContext) {
    guard line.traits.contains(.epoch), line.traits.contains(.digit) else { return }
    if let found = line.find("num epochs = ") {
      context.announcedEpochs = line.number(at: found + 13)?.value
    } else if let found = line.find(" epochs"), line.has("training for ") || line.has("max: ") {
      var start = found
      while start > 0, ASCII.isDigit(line.bytes[start - 1]) { start -= 1 }
      if let number = line.integer(at: start) { context.announcedEpochs = Double(number.value) }
    }
  }
}
