internal import JSON

/// What a call of a tool brings that bears on questions to its user.
struct CallInquiry: Sendable {
  let tool: String
  let arguments: JSONObject
  /// `requestState` and `inputResponses` of the request: what an earlier question came back with.
  let state: JSONValue?
  let responses: JSONObject
  let questions: UserQuestions
}
