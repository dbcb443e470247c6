import LinePatterns
import LogReading
import TrainingModel

/// Reads a log by the rules that people wrote; they go before ours wherever the log decides.
struct UserRuleReading {
  /// A rule that a line matches.
  struct Finding {
    let rule: UserFailureRule
    /// The last such line.
    let index: Int
  }

  /// Bytes of a line that are read, as by our own rules.
  private static let maximumLine = 4_096

  private let facts: FailureFacts

  init(_ facts: FailureFacts) { self.facts = facts }

  /// The verdict of the first rule that a line matches; nil where none does.
  var summary: ErrorSummary? { first.map(summary) }

  /// Every rule that a line matches, in the order of the file.
  var findings: [Finding] { facts.rules.compactMap(finding) }

  private var first: Finding? {
    for rule in facts.rules {
      if let finding = finding(rule) { return finding }
    }
    return nil
  }

  private func finding(_ rule: UserFailureRule) -> Finding? {
    var matcher = LineMatcher(rule.pattern)
    let index = facts.log.lastIndex { line in
      line.text.utf8.count <= Self.maximumLine && matcher.isFound(in: line.text)
    }
    return index.map { Finding(rule: rule, index: $0) }
  }

  private func summary(_ finding: Finding) -> ErrorSummary {
    let exceptions = TracebackScanner.exceptions(in: facts.log)
    // The exception that the line is of: its own line, or one of its message.
    let exception = exceptions.last { $0.index <= finding.index && finding.index < $0.index + $0.lines.count }
    let text = facts.log[finding.index].text
    let candidate = Candidate(
      rule: finding.rule.asRule,
      scene: FailureScene(text: text, command: facts.command, exception: exception), message: text,
      index: finding.index, score: 0, origin: .line)
    var summary = SummaryBuilder(facts: facts).summary(candidate, confidence: .high)
    summary.rule = finding.rule.name
    summary.location = summary.location ?? finding.rule.location
    return summary
  }
}
