package import JSON
package import TrainingModel

extension RunWarning {
  /// What `json` writes; nil when it is anything else.
  package init?(json: JSONValue) {
    guard let code = json["code"]?.string.flatMap(Code.init), let message = json["message"]?.string else {
      return nil
    }
    self.init(code, message, evidence: json["evidence"]?.string)
  }

  /// The warning, under the names that callers are given too.
  package var json: JSONValue {
    var object: JSONObject = ["code": .string(code.rawValue), "message": .string(message)]
    object.append("evidence", ifKnown: evidence.map(JSONValue.string))
    return .object(object)
  }
}
