package import TrainingModel

/// A verdict with all that was considered for it.
package struct FailureExplanation: Hashable, Sendable {
  /// As `FailureDiagnosis.summary(of:)`.
  package let summary: ErrorSummary?
  /// Best first, then what was put aside.
  package let causes: [ConsideredCause]
}
