package import LogReading
package import TrainingModel

/// What was made of a run when it had ended and its log was read to the end.
package struct RunConclusion: Hashable, Sendable {
  package let log: LogPicture
  /// Bytes.
  package let logSize: Int64
  package let errorSummary: ErrorSummary?
  package let warnings: [RunWarning]
  /// What the code was at the start of the run; nil where nobody could tell.
  package let code: CodeState?

  package init(
    log: LogPicture, logSize: Int64, errorSummary: ErrorSummary? = nil, warnings: [RunWarning] = [],
    code: CodeState? = nil
  ) {
    self.log = log
    self.logSize = logSize
    self.errorSummary = errorSummary
    self.warnings = warnings
    self.code = code
  }
}
