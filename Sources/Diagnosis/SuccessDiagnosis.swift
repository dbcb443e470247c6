import LogReading
import TrainingModel

/// The verdict on a run that ended with 0 although its log shows that it failed or trained nothing.
enum SuccessDiagnosis {
  /// Lines from the end in which an uncaught exception counts as the end.
  private static let endLines = 4

  static func summary(of facts: FailureFacts) -> ErrorSummary? {
    let builder = SummaryBuilder(facts: facts)
    if let error = facts.trainingError, let candidate = TrainingErrorReading.candidate(error, facts) {
      return builder.summary(candidate)
    }
    let log = facts.log.filter { !$0.text.allSatisfy(\.isWhitespace) }
    if let summary = uncaught(log, facts) { return summary }
    if let index = lastNaN(facts.log) { return diverged(index, builder, facts) }
    return nothingTrained(builder, facts)
  }

  /// A traceback that is the last thing the log says.
  private static func uncaught(_ log: [LogLine], _ facts: FailureFacts) -> ErrorSummary? {
    let finder = CandidateFinder(log: log, command: facts.command)
    guard let last = finder.exceptions.last, log.count - last.index <= endLines,
      !last.frames.isEmpty, let best = finder.best(readsLines: false)
    else { return nil }
    let tail = log[last.index...].map(\.text).joined(separator: "\n")
    let lower = LowerText(tail)
    if ["finished", "complete", "done", "saved", "warning", "epoch", "skipp", "success"].contains(
      where: lower.has)
    {
      return nil
    }
    return SummaryBuilder(facts: FailureFacts(outcome: facts.outcome, command: facts.command, log: log))
      .summary(best, confidence: .medium)
  }

  /// The last line that prints a loss, when that loss is not a number, and an earlier one neither.
  private static func lastNaN(_ log: [LogLine]) -> Int? {
    var found: Int?
    var count = 0
    for index in log.indices.reversed() {
      let lower = LowerText(log[index].text)
      guard let place = lower.find("loss") else { continue }
      let isNaN = ["loss nan", "loss=nan", "loss: nan", "loss': nan", "loss': 'nan'", "loss\": nan"].contains(
        where: lower.has)
      if isNaN {
        found = found ?? index
        count += 1
        if count == 2 { return found }
      } else if log[index].text.utf8.dropFirst(place).contains(where: { $0 &- 0x30 < 10 }) {
        return nil
      }
    }
    return nil
  }

  private static func diverged(_ index: Int, _ builder: SummaryBuilder, _ facts: FailureFacts)
    -> ErrorSummary?
  {
    guard let rule = NumericsRules.all.first else { return nil }
    let text = facts.log[index].text
    let scene = FailureScene(text: text, command: facts.command, exception: nil)
    return builder.summary(
      Candidate(rule: rule, scene: scene, message: text, index: index, score: 700, origin: .line),
      confidence: .high)
  }

  /// The log says in words that there was nothing to train.
  private static func nothingTrained(_ builder: SummaryBuilder, _ facts: FailureFacts) -> ErrorSummary? {
    let phrases = [
      "training will be skipped", "no training data", "nothing to train", "no model was trained",
      "no data to train",
    ]
    for index in facts.log.indices.suffix(40) {
      let lower = LowerText(facts.log[index].text)
      guard phrases.contains(where: lower.has), let rule = DataRules.all.first else { continue }
      let scene = FailureScene(text: facts.log[index].text, command: facts.command, exception: nil)
      return builder.summary(
        Candidate(
          rule: rule, scene: scene, message: facts.log[index].text, index: index, score: 700, origin: .line),
        confidence: .medium)
    }
    return nil
  }
}
