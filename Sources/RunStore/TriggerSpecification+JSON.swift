internal import JSON
internal import Scheduling

extension TriggerSpecification {
  /// Reads what `json` wrote; nil when it is anything else.
  init?(json: JSONValue) {
    let kind: Kind
    if let text = json["run_at"]?.string {
      kind = .once(runAt: text)
    } else if let seconds = json["interval_seconds"]?.integer {
      kind = .interval(seconds: Int(seconds))
    } else if let expression = json["cron_expression"]?.string {
      kind = .cron(expression: expression)
    } else {
      return nil
    }
    self.init(
      kind, timeZone: json["timezone"]?.string, startAt: json["start_at"]?.string,
      endAt: json["end_at"]?.string, jitter: (json["jitter_s"]?.integer).map(Int.init) ?? 0)
  }

  var json: JSONValue {
    var object: JSONObject = ["type": .string(kind.name)]
    switch kind {
    case .once(let text): object.append("run_at", .string(text))
    case .interval(let seconds): object.append("interval_seconds", .integer(Int64(seconds)))
    case .cron(let expression): object.append("cron_expression", .string(expression))
    }
    object.append("timezone", ifKnown: timeZone.map(JSONValue.string))
    object.append("start_at", ifKnown: startAt.map(JSONValue.string))
    object.append("end_at", ifKnown: endAt.map(JSONValue.string))
    object.append("jitter_s", .integer(Int64(jitter)))
    return .object(object)
  }
}
