package import JSON

extension BestCheckpoint {
  /// What `json` writes; nil when it is anything else.
  init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "best checkpoint")
      self.init(
        path: try members.member("path") { $0.string }, metric: try members.optional("metric") { $0.string },
        value: try members.optional("value") { $0.double }, epoch: try members.optional("epoch") { $0.double }
      )
    } catch {
      return nil
    }
  }

  /// What is known, under the names that callers are given too.
  package var json: JSONValue {
    var object: JSONObject = ["path": .string(path)]
    object.append("metric", ifKnown: metric.map(JSONValue.string))
    object.append("value", ifKnown: value.map(JSONValue.number))
    object.append("epoch", ifKnown: epoch.map(JSONValue.number))
    return .object(object)
  }
}
