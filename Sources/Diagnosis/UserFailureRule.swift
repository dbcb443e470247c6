package import LinePatterns
package import TrainingModel

/// A rule that a person wrote: what a line of the log looks like, and what the failure is called then.
package struct UserFailureRule: Hashable, Sendable {
  package let name: String
  let pattern: LinePattern
  let type: FailureType
  /// Empty: those of our own rules for this type.
  let suggestions: [String]
  /// nil: what our own rules say of this type.
  let retry: ErrorSummary.Retry?
  /// Where to look; nil, or where the log shows the place itself, that one.
  let location: String?

  package init(
    name: String, pattern: LinePattern, type: FailureType, suggestions: [String] = [],
    retry: ErrorSummary.Retry? = nil, location: String? = nil
  ) {
    self.name = name
    self.pattern = pattern
    self.type = type
    self.suggestions = suggestions
    self.retry = retry
    self.location = location
  }

  /// The rule as ours are, with what ours of this type say where it says nothing.
  var asRule: FailureRule {
    let model = FailureRule.general(type, weight: 9)
    let suggestions = suggestions
    return FailureRule(type, weight: 9, retry: retry ?? model.retry) { scene in
      suggestions.isEmpty ? model.advice(scene) : suggestions
    }
  }
}
