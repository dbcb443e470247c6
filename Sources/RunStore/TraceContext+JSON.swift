internal import JSON
internal import TrainingModel

extension TraceContext {
  /// What is well-formed in `members`; nil when that is nothing.
  init?(_ members: JSONObject) {
    self.init(
      traceParent: members["traceparent"]?.string, traceState: members["tracestate"]?.string,
      baggage: members["baggage"]?.string)
  }

  /// By the names of the specifications.
  var members: JSONObject {
    var members: JSONObject = [:]
    members.append("traceparent", ifKnown: traceParent.map(JSONValue.string))
    members.append("tracestate", ifKnown: traceState.map(JSONValue.string))
    members.append("baggage", ifKnown: baggage.map(JSONValue.string))
    return members
  }
}
