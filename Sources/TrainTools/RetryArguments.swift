internal import AgentProtocol
internal import JSON
internal import Scheduling
internal import TrainingModel

/// The argument `retry`: when a run that failed is tried again.
struct RetryArguments {
  private let object: JSONObject

  init(_ object: JSONObject) { self.object = object }

  /// What is wrong with it beyond its schema, which it may not have passed.
  var problems: [ArgumentProblem] {
    (object["only_for"]?.array ?? []).enumerated().compactMap { index, value in
      guard let word = value.string, FailureType(rawValue: word) == nil else { return nil }
      let near = NearWords.of(word, among: FailureType.allCases.map(\.rawValue))
      let meant =
        near.isEmpty
        ? "write one that error_summary.failureType of a run shows, such as network_error"
        : "did you mean \(near.joined(separator: ", "))?"
      return ArgumentProblem("retry.only_for[\(index)]", "is no failureType; \(meant)")
    }
  }

  /// nil where its schema refuses it.
  var policy: RetryPolicy? {
    guard let attempts = object["max_attempts"]?.integer else { return nil }
    var policy = RetryPolicy(maxAttempts: Int(attempts))
    if let backoff = object["backoff_s"]?.integer { policy.backoff = Int(backoff) }
    policy.onlyFor = object["only_for"]?.array?.compactMap { $0.string.flatMap(FailureType.init) }
    return policy
  }
}
