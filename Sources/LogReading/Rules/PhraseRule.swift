/// Sentences in which trainers say that they begin, evaluate, stop or are done: `TrainerPhrase.all`.
struct PhraseRule: LineRule {
  let triggers: [LineTraits] = [[.train], [.epoch, .digit], [.evaluation], [.ending], [.save], [.event]]
  var readsClaimedLines: Bool { true }

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    announcedEpochs(line, &context)
    if !context.hasStarted, namesModel(line) { reading.isStart = true }
    for phrase in TrainerPhrase.all where line.traits.isSuperset(of: phrase.traits) {
      guard let found = line.find(phrase.text), stands(phrase, line, found) else { continue }
      switch phrase.meaning {
      case .start:
        guard !isIntention(line, before: found) else { continue }
        reading.isStart = true
        context.isEvaluating = false
      case .end:
        // `batch 100 training time 6.11 s` is of a step.
        guard !line.has("component"),
          phrase.place != .openingNumber || line.traits.isDisjoint(with: [.step, .epoch, .iteration])
        else { continue }
        reading.isEnd = true
      case .evaluation:
        context.isEvaluating = true
        reading.beginsPause = !line.traits.contains(.percent)
      case .pause:
        // What draws a bar shows itself whether it moves.
        guard !line.traits.contains(.percent), !isIntention(line, before: found) else { continue }
        reading.beginsPause = true
      case .earlyStop:
        reading.stopsEarly = true
        // Boosting libraries print the best round once more.
        if line.bytes.last == ASCII.colon { context.rows = .best }
      case .nothingToDo: reading.hasNothingToDo = true
      }
    }
  }

  /// What such a line speaks of when it does not train.
  private static let otherThings: [StaticString] = [
    "data", " set", "sample", "split", "image", "file", "config", "loader", "param", "arg", "pipeline",
    "script",
    "log ", "will", "device", "environment", "time", "complete", "finished", "done", "stopped", "result",
  ]

  /// Scripts of scikit-learn and the like: `Training Logistic Regression...`, `INFO - Fitting the final model`.
  private func namesModel(_ line: LineText) -> Bool {
    guard line.traits.contains(.train), line.bytes.count < 200 else { return false }
    let start = line.messageStart
    guard line.lower.hasWord("training ", at: start) || line.lower.hasWord("fitting ", at: start),
      line.lower.hasWord("...", at: line.bytes.count - 3)
        || line.lower.hasWord(" model", at: line.bytes.count - 6)
        || line.lower.hasWord(" classifier", at: line.bytes.count - 11)
    else { return false }
    // `TRAINING MODEL` alone is a title (GloVe).
    guard line.skipBlanks(line.bytes[start...].firstIndex(of: ASCII.space) ?? start) + 5 < line.bytes.count
    else {
      return false
    }
    return !Self.otherThings.contains { line.find($0, in: start..<line.bytes.count) != nil }
  }

  private func stands(_ phrase: TrainerPhrase, _ line: LineText, _ index: Int) -> Bool {
    switch phrase.place {
    // `Starting training_setup...` names a stage.
    case .anywhere:
      !line.lower.hasWord("_", at: index + phrase.text.utf8CodeUnitCount)
    case .opening: opensMessage(line, index)
    case .openingNumber:
      opensMessage(line, index) && line.number(at: index + phrase.text.utf8CodeUnitCount) != nil
    case .closing: index + phrase.text.utf8CodeUnitCount == line.bytes.count
    }
  }

  /// `Preparing to start training` has not begun.
  private func isIntention(_ line: LineText, before index: Int) -> Bool {
    line.lower.hasWord("to ", at: index - 3) || line.lower.hasWord("before ", at: index - 7)
      || line.lower.hasWord("will ", at: index - 5) || line.lower.hasWord("not ", at: index - 4)
      || line.lower.hasWord("when ", at: index - 5) || line.lower.hasWord("after ", at: index - 6)
      || isKindOfTraining(line, behind: index)
  }

  /// `Start training Dreambooth...`: the window of kohya_ss says so before it looks at the settings.
  private func isKindOfTraining(_ line: LineText, behind index: Int) -> Bool {
    guard line.lower.hasWord("start training ", at: index) else { return false }
    return (["dreambooth", "lora ", "textual inversion", "ti..."] as [StaticString]).contains {
      line.lower.hasWord($0, at: index + 15)
    }
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

  /// `Starting training for 50 epochs`, `Num Epochs = 3`, `max: 12 epochs`, `num epochs / epoch数: 10`.
  private func announcedEpochs(_ line: LineText, _ context: inout ReadingContext) {
    guard line.traits.contains(.epoch), line.traits.contains(.digit) else { return }
    if let found = line.find("num epochs = ") {
      context.announcedEpochs = line.number(at: found + 13)?.value
    } else if let found = line.find("num epochs / epoch"),
      let colon = line.bytes[found...].firstIndex(of: ASCII.colon)
    {
      context.announcedEpochs = line.integer(at: line.skipBlanks(colon + 1)).map { Double($0.value) }
    } else if let found = line.find(" epochs"), line.has("training for ") || line.has("max: ") {
      var start = found
      while start > 0, ASCII.isDigit(line.bytes[start - 1]) { start -= 1 }
      if let number = line.integer(at: start) { context.announcedEpochs = Double(number.value) }
    }
  }
}
