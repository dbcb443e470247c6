import TrainingModel

extension FailureDiagnosis {
  /// The verdict with every part of the log that was considered for it, and why it lost: for people who wonder.
  package static func explanation(of facts: FailureFacts) -> FailureExplanation {
    let summary = summary(of: facts)
    let finder = CandidateFinder(log: facts.log, command: facts.command)
    let ranked = finder.ranked()
    let builder = SummaryBuilder(facts: facts)
    let best = ranked.first
    let decidingRule = summary?.rule
    var hasDecided = decidingRule != nil
    var causes = userRules(facts, summary, builder)
    var seen: Set<Int> = []
    // The line of an exception is a candidate as a plain line too.
    for candidate in ranked where seen.insert(candidate.index).inserted {
      let decides =
        !hasDecided && candidate.rule.type == summary?.failureType
        && builder.message(of: candidate) == summary?.message
      if decides { hasDecided = true }
      let standing: ConsideredCause.Standing =
        if decides { .decided } else if let decidingRule { .behindRule(decidingRule) } else if let best {
          loss(of: candidate, against: best)
        } else { .overruled }
      causes.append(
        ConsideredCause(
          failureType: candidate.rule.type, rule: nil, evidence: builder.evidence(at: candidate.index),
          score: candidate.score, standing: standing))
    }
    causes += asides(finder, ranked, builder)
    return FailureExplanation(summary: summary, causes: causes)
  }

  /// What rules found that people wrote; they go first, the first of them before all.
  private static func userRules(
    _ facts: FailureFacts, _ summary: ErrorSummary?, _ builder: SummaryBuilder
  ) -> [ConsideredCause] {
    var decided: String?
    return UserRuleReading(facts).findings.map { finding in
      let standing: ConsideredCause.Standing
      if let decided {
        standing = .behindRule(decided)
      } else {
        standing = summary?.rule == finding.rule.name ? .decided : .overruled
        decided = summary?.rule
      }
      return ConsideredCause(
        failureType: finding.rule.type, rule: finding.rule.name,
        evidence: builder.evidence(at: finding.index), score: 0, standing: standing)
    }
  }

  private static func loss(of candidate: Candidate, against best: Candidate) -> ConsideredCause.Standing {
    if candidate.index == best.index { return .overruled }
    if candidate.rule.isSymptom { return .symptom }
    if candidate.origin == .survivedException { return .survived }
    return .weaker(than: best.rule.type)
  }

  /// Exceptions that were no candidates.
  private static func asides(
    _ finder: CandidateFinder, _ ranked: [Candidate], _ builder: SummaryBuilder
  ) -> [ConsideredCause] {
    let known = Set(ranked.map(\.index))
    return finder.allExceptions.filter { !known.contains($0.index) }.map { exception in
      ConsideredCause(
        failureType: nil, rule: nil, evidence: builder.evidence(at: exception.index), score: 0,
        standing: exception.isIgnored ? .ignored : exception.isWrapper ? .wrapper : .unknown)
    }
  }
}
