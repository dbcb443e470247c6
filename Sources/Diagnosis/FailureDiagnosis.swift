package import TrainingModel

/// Names the root cause of a failed run.
package enum FailureDiagnosis {
  /// The verdict; nil for a success whose log shows no failure, and for a run that was stopped on request.
  package static func summary(of facts: FailureFacts) -> ErrorSummary? {
    switch facts.outcome {
    case .failedToStart(let failure): StartDiagnosis.summary(of: failure, command: facts.command)
    case .outOfMemory: OutcomeDiagnosis.outOfMemory(facts)
    case .stopped(.timeLimit, _): OutcomeDiagnosis.timeLimit(facts)
    case .stopped(.stalled, _): OutcomeDiagnosis.stalled(facts)
    case .stopped: nil
    case .lost: OutcomeDiagnosis.lost(facts)
    case .signalled(let signal):
      UserRuleReading(facts).summary ?? SignalDiagnosis.summary(of: signal, facts)
    // A line of a good log that happens to match makes no failure of it.
    case .exited(code: 0):
      SuccessDiagnosis.summary(of: facts).map { UserRuleReading(facts).summary ?? $0 }
    case .exited(let code): UserRuleReading(facts).summary ?? ExitDiagnosis.summary(of: code, facts)
    }
  }
}
