package import JSON
package import Scheduling
internal import TrainingModel

extension RetryPolicy {
  /// The policy as it is shown.
  package var json: JSONValue {
    var object: JSONObject = [
      "max_attempts": .integer(Int64(maxAttempts)), "backoff_s": .integer(Int64(backoff)),
    ]
    object.append("only_for", ifKnown: onlyFor.map { .array($0.map { .string($0.rawValue) }) })
    return .object(object)
  }

  /// The policy in a sentence.
  package var text: String {
    let failures = onlyFor.map { $0.map(\.rawValue).joined(separator: ", ") } ?? "failures that may pass"
    return "Tries again after \(failures): \(maxAttempts) attempts in all, the second after \(backoff) s."
  }
}
