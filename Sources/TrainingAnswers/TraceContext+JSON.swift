internal import JSON
internal import TrainingModel

extension TraceContext {
  /// By the names of the specifications; what was not given is left out.
  var json: JSONObject {
    var object: JSONObject = [:]
    object.append("traceparent", ifKnown: traceParent.map(JSONValue.string))
    object.append("tracestate", ifKnown: traceState.map(JSONValue.string))
    object.append("baggage", ifKnown: baggage.map(JSONValue.string))
    return object
  }
}
