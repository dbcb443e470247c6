internal import JSON
internal import Scheduling

extension PendingRetry {
  /// Reads what `json` wrote; nil when it is anything else.
  init?(json: JSONValue) {
    guard let scheduledFor = json["scheduled_for"]?.timestamp, let attempt = json["attempt"]?.integer,
      let at = json["at"]?.timestamp
    else { return nil }
    self.init(scheduledFor: scheduledFor, attempt: Int(attempt), at: at)
  }

  var json: JSONValue {
    ["scheduled_for": scheduledFor.json, "attempt": .integer(Int64(attempt)), "at": at.json]
  }
}
