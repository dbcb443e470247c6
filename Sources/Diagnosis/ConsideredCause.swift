package import TrainingModel

/// A part of a log that could have been the root cause, and what became of it.
package struct ConsideredCause: Hashable, Sendable {
  /// Why it was chosen or not.
  package enum Standing: Hashable, Sendable {
    case decided
    /// The outcome (a signal, an exit code, kills for memory) says more.
    case overruled
    /// A rule of this name, which a person wrote, goes first.
    case behindRule(String)
    case weaker(than: FailureType)
    /// An earlier exception, after which the training went on.
    case survived
    /// It shows on one rank what another one may have caused.
    case symptom
    /// It only reports that something else failed.
    case wrapper
    /// Python printed it and went on.
    case ignored
    /// No rule knows it.
    case unknown
  }

  /// Nil where no rule knows it, or where it was put aside before.
  package let failureType: FailureType?
  /// The name of the rule that found it, where a person wrote it.
  package let rule: String?
  package let evidence: ErrorSummary.Evidence
  /// What it weighed beside the others; 0 where it was put aside.
  package let score: Int
  package let standing: Standing
}
