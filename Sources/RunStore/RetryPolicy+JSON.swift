internal import JSON
internal import Scheduling
internal import TrainingModel

extension RetryPolicy {
  /// Reads what `json` wrote; nil when it is anything else.
  init?(json: JSONValue) {
    guard let attempts = json["max_attempts"]?.integer, let backoff = json["backoff_s"]?.integer else {
      return nil
    }
    self.init(
      maxAttempts: Int(attempts), backoff: Int(backoff),
      onlyFor: json["only_for"]?.strings?.compactMap(FailureType.init))
  }

  /// The policy as the file of a schedule and every answer have it.
  var json: JSONValue {
    var object: JSONObject = [
      "max_attempts": .integer(Int64(maxAttempts)), "backoff_s": .integer(Int64(backoff)),
    ]
    object.append("only_for", ifKnown: onlyFor.map { .array($0.map { .string($0.rawValue) }) })
    return .object(object)
  }
}
