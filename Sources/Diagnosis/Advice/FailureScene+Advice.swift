import TrainingModel

extension FailureScene {
  /// Lines of a message behind its first one; those of an exception are in its text.
  private static let mostLines = 12

  /// ` at train.py:9`: the user's own line, in a sentence; empty where the log shows none.
  var atLocation: String { exception?.location.map { " at \($0)" } ?? "" }

  /// What to do: what the message itself makes one do, then what its rule says of all such failures.
  func advice(of rule: FailureRule) -> [String] {
    guard let (known, advice) = known(for: rule.type) else { return rule.advice(self) }
    return known.isStart ? advice + rule.advice(self) : advice
  }

  private func known(for type: FailureType) -> (MessageAdvice, advice: [String])? {
    let whole = exception == nil ? ([text] + after.prefix(Self.mostLines)).joined(separator: "\n") : text
    if let known = Self.first(of: MessageAdvice.all, in: whole, self) { return known }
    // The cause was told before the failure, which repeats nothing of it.
    guard let forerunners = MessageAdvice.forerunners[type] else { return nil }
    return before.reversed().lazy.compactMap { Self.first(of: forerunners, in: $0, self) }.first
  }

  private static func first(
    of all: [MessageAdvice], in text: String, _ scene: FailureScene
  ) -> (MessageAdvice, advice: [String])? {
    let bytes = MessageTemplate.bytes(of: text)
    return all.lazy.compactMap { known in known.advice(on: text, bytes, scene).map { (known, $0) } }.first
  }
}
