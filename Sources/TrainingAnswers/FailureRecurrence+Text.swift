internal import TrainingModel

extension FailureRecurrence {
  /// What a model is to know of it before it starts anything again.
  var sentence: String {
    let last = runs[0]
    let earlier =
      count == 1
      ? "An earlier run"
      : count == Self.maximumCounted ? "\(count) earlier runs or more" : "\(count) earlier runs"
    let known =
      "\(earlier) died of the same (\(count == 1 ? "" : "the last: ")\(last.id.rawValue), \(last.endedAt))"
    switch start {
    case .unchanged(let runsInARow) where runsInARow >= Self.hopeless:
      return
        "The \(Self.ordinal(runsInARow)) run in a row that died of this, and neither the command nor the code "
        + "changed: starting it again unchanged will fail again. \(known)."
    case .unchanged(1):
      return
        "\(known), started the same way, of the same code; another that was started so since did not die of it."
    case .unchanged:
      return "\(known), and neither the command nor the code changed since."
    case .changed(let changes):
      return "\(known); since then \(Self.list(changes)) changed, and that did not mend it."
    case .unknownCode:
      return "\(known), started the same way; whether the code changed is not known."
    }
  }

  private static func list(_ changes: [Change]) -> String {
    let words = changes.map { change in
      switch change {
      case .command: "the command"
      case .directory: "the directory"
      case .environment: "the environment"
      case .code: "the code"
      }
    }
    guard let last = words.last, words.count > 1 else { return words.first ?? "something" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func ordinal(_ number: Int) -> String {
    let words = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    if words.indices.contains(number - 3) { return words[number - 3] }
    let ending =
      [11, 12, 13].contains(number % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return "\(number)\(ending)"
  }
}
