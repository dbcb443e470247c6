/// What went wrong in a run, and what to do about it.
package struct ErrorSummary: Hashable, Sendable {
  /// A line of the log that decided the verdict.
  package struct Evidence: Hashable, Sendable {
    /// Bytes from the start of the log to the start of the line.
    package let offset: Int64
    /// The line without decoration, bounded in length.
    package let text: String

    package init(offset: Int64, text: String) {
      self.offset = offset
      self.text = text
    }
  }

  /// How sure the verdict is.
  package enum Confidence: String, CaseIterable, Sendable {
    case high, medium, low
  }

  /// Whether starting the same command again can help.
  package enum Retry: String, CaseIterable, Sendable {
    case uselessUnchanged = "useless_unchanged"
    case mayHelp = "may_help"
    case unknown
  }

  /// Acts that somebody will really try: more is not read.
  package static let mostSuggestions = 5

  package var failureType: FailureType
  /// The line that matters, without decoration.
  package var message: String
  /// What to do, most useful first.
  package var suggestions: [String]
  package var evidence: [Evidence]
  package var confidence: Confidence
  /// `file:line` in the user's own code, where a traceback shows it.
  package var location: String?
  package var retry: Retry
  /// The name of the rule that decided, where a person wrote it.
  package var rule: String?
  /// The same for failures that are the same; nil where that cannot be told.
  package var fingerprint: String?
  /// Earlier runs that died of the same; nil where there were none, or nobody looked.
  package var recurrence: FailureRecurrence?

  package init(
    failureType: FailureType, message: String, suggestions: [String] = [], evidence: [Evidence] = [],
    confidence: Confidence, location: String? = nil, retry: Retry,
    rule: String? = nil, fingerprint: String? = nil, recurrence: FailureRecurrence? = nil
  ) {
    self.failureType = failureType
    self.message = message
    self.suggestions = suggestions
    self.evidence = evidence
    self.confidence = confidence
    self.location = location
    self.retry = retry
    self.rule = rule
    self.fingerprint = fingerprint
    self.recurrence = recurrence
  }
}
