package import TrainingModel

/// How the command ended that was run at the end of a run.
package struct FinishOutcome: Hashable, Sendable {
  /// The end itself.
  package enum Result: Hashable, Sendable {
    case exited(code: Int32)
    /// By a signal that nobody here sent: its name, such as `SIGSEGV`.
    case signalled(String)
    /// It was not run, or was stopped: why.
    case error(String)
  }

  package let result: Result
  package let endedAt: Timestamp

  package init(_ result: Result, endedAt: Timestamp) {
    self.result = result
    self.endedAt = endedAt
  }

  /// What went wrong, in words; nil when nothing did.
  package var problem: String? {
    switch result {
    case .exited(let code): code == 0 ? nil : "exit code \(code)"
    case .signalled(let name): name
    case .error(let message): message
    }
  }
}
