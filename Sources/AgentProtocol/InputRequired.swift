internal import JSON

/// Ends a call with questions, which its client answers by calling again (`InputRequiredResult`).
struct InputRequired: Error {
  let requests: JSONObject
  let state: String

  var result: MethodResult {
    MethodResult(["inputRequests": .object(requests), "requestState": .string(state)], kind: .inputRequired)
  }
}
