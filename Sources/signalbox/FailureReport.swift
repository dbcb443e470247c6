internal import Diagnosis
internal import TrainingModel

/// A verdict on a failure, for people.
struct FailureReport {
  private let summary: ErrorSummary?
  private let causes: [ConsideredCause]?

  init(_ summary: ErrorSummary?) {
    self.summary = summary
    causes = nil
  }

  init(_ explanation: FailureExplanation) {
    summary = explanation.summary
    causes = explanation.causes
  }

  var text: String {
    let verdict = summary.map(Self.lines) ?? ["no failure: neither the end nor the log shows one"]
    return (verdict + (causes.map(considered) ?? [])).joined(separator: "\n") + "\n"
  }

  private static func lines(of summary: ErrorSummary) -> [String] {
    var lines = ["\(summary.failureType.rawValue) (confidence: \(summary.confidence.rawValue))"]
    lines.append("  \(summary.message)")
    if let rule = summary.rule { lines.append("  by your rule '\(rule)'") }
    if let location = summary.location { lines.append("  at \(location)") }
    lines.append("")
    lines.append("What to do:")
    for (index, suggestion) in summary.suggestions.enumerated() {
      lines.append("  \(index + 1). \(suggestion)")
    }
    lines.append("  \(retry(summary.retry))")
    guard !summary.evidence.isEmpty else { return lines }
    lines += ["", "The log there (offset in bytes, line):"]
    return lines + summary.evidence.map { "  \($0.offset)  \($0.text)" }
  }

  private static func retry(_ retry: ErrorSummary.Retry) -> String {
    switch retry {
    case .uselessUnchanged: "The same command will fail again until something is changed."
    case .mayHelp: "The same command may succeed when it is started again."
    case .unknown: "Whether the same command can succeed is not known."
    }
  }

  private func considered(_ causes: [ConsideredCause]) -> [String] {
    guard !causes.isEmpty else { return ["", "Nothing in the log was a candidate: the end alone decided."] }
    return ["", "What was considered, best first (score or your rule, type, offset, line):"]
      + causes.flatMap { cause in
        [
          "  \(cause.rule ?? "\(cause.score)")  \(cause.failureType?.rawValue ?? "-")  \(cause.evidence.offset)  \(cause.evidence.text)",
          "      \(cause.standing.text)",
        ]
      }
  }
}

extension ConsideredCause.Standing {
  fileprivate var text: String {
    switch self {
    case .decided: "decided the verdict"
    case .overruled: "lost: how the training ended says more than this"
    case .behindRule(let name): "lost: your rule '\(name)' goes first"
    case .weaker(let winner): "lost: weighs less than the line of \(winner.rawValue)"
    case .survived: "lost: an exception that the training went on after"
    case .symptom: "lost: shows on one rank what another one may have caused"
    case .wrapper: "put aside: only reports that something else failed"
    case .ignored: "put aside: Python ignored it and went on"
    case .unknown: "put aside: no rule knows it"
    }
  }
}
