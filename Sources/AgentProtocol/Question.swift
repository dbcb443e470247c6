/// Something that cannot be undone, put to the user before a tool does it.
package struct Question: Hashable, Sendable {
  /// What is to be done, with what the user must know to decide.
  package let text: String
  /// What saying yes means, in a few words: `Kill the run`.
  package let consent: String
  /// The call that does it without a question, in a sentence to a model: where nobody can be asked.
  package let remedy: String

  package init(text: String, consent: String, remedy: String) {
    self.text = text
    self.consent = consent
    self.remedy = remedy
  }

  /// The argument by which a caller says that the user wants it.
  package static let argument = "confirm"

  /// What a model is told when nobody can be asked, or nobody answers.
  func failure(_ reason: String) -> ToolFailure {
    ToolFailure(
      code: "confirmation_required", message: "\(text) \(reason), so nothing was done.",
      hint: "Ask the user. If the answer is yes: \(remedy)")
  }
}
