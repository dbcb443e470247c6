internal import JSON

/// The form by which a user says yes or no (`ElicitRequestFormParams`), and what comes back of it (`ElicitResult`).
enum ConfirmationForm {
  /// The name of the question among those of a request, and of its one field.
  static let name = Question.argument

  static func params(_ question: Question, for revision: ProtocolRevision) -> JSONObject {
    var params: JSONObject = [:]
    if revision.hasElicitationModes { params.append("mode", "form") }
    params.append("message", .string(question.text))
    params.append(
      "requestedSchema",
      [
        "type": "object",
        "properties": .object([
          name: [
            "type": "boolean", "title": .string(question.consent), "description": "This cannot be undone.",
          ]
        ]),
        "required": [.string(name)],
      ])
    return params
  }

  /// What a user said; nil when that cannot be made out.
  static func answer(_ result: JSONValue?) -> Confirmation? {
    switch result?["action"]?.string {
    case "accept":
      switch result?["content"]?[name]?.bool {
      case true?: .confirmed
      case false?: .declined
      case nil: nil
      }
    case "decline", "cancel": .declined
    default: nil
    }
  }
}
