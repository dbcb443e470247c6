package import JSON
package import TrainingModel

extension ErrorSummary {
  /// What `json` writes; nil when it is anything else.
  package init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "error_summary")
      self.init(
        failureType: FailureType(rawValue: try members.member("failureType") { $0.string }) ?? .unknown,
        message: try members.member("message") { $0.string },
        suggestions: try members.member("suggestions") { $0.strings },
        evidence: try members.member("evidence") { json in
          json.array?.compactMap { Evidence(json: $0) }
        },
        confidence: Confidence(rawValue: try members.member("confidence") { $0.string }) ?? .low,
        location: try members.optional("location") { $0.string },
        retry: Retry(rawValue: try members.member("retry") { $0.string }) ?? .unknown,
        rule: try members.optional("rule") { $0.string }, recurrence: FailureRecurrence(json: json))
    } catch {
      return nil
    }
  }

  /// The summary, under the names that callers are given too; but for its fingerprint, which tells callers nothing.
  package var json: JSONValue {
    var object: JSONObject = [
      "failureType": .string(failureType.rawValue), "message": .string(message),
      "suggestions": .array(suggestions.map(JSONValue.string)), "evidence": .array(evidence.map(\.json)),
      "confidence": .string(confidence.rawValue),
    ]
    object.append("location", ifKnown: location.map(JSONValue.string))
    object.append("retry", .string(retry.rawValue))
    object.append("rule", ifKnown: rule.map(JSONValue.string))
    recurrence?.append(to: &object)
    return .object(object)
  }
}

extension ErrorSummary.Evidence {
  fileprivate init?(json: JSONValue) {
    guard let offset = json["offset"]?.integer, let text = json["text"]?.string else { return nil }
    self.init(offset: offset, text: text)
  }

  fileprivate var json: JSONValue { ["offset": .integer(offset), "text": .string(text)] }
}
