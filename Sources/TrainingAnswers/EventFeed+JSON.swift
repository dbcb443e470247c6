package import JSON
internal import TrainingModel
package import TrainingService

extension EventFeed {
  /// The part of the feed as `train_status` answers it.
  package var json: JSONObject {
    var object: JSONObject = ["events": .array(entries.map { .object($0.json) })]
    object.append(
      "gap", ifKnown: gap.map { ["reason": .string($0.rawValue), "message": .string($0.message)] })
    object.append("next_cursor", .string(nextCursor))
    object.append("has_more", .bool(hasMore))
    object.append("next", .string(NextStep.after(self)))
    return object
  }
}

extension EventFeed.Entry {
  /// One event; what is not known is left out.
  package var json: JSONObject {
    var object: JSONObject = [
      "seq": .integer(sequence), "time": .string(time.rfc3339), "kind": .string(kind.rawValue),
    ]
    object.append("process_id", ifKnown: run.map { .string($0.rawValue) })
    object.append("schedule_id", ifKnown: schedule.map { .string($0.rawValue) })
    object.append("name", ifKnown: name.map(JSONValue.string))
    object.append("message", .string(message))
    for name in Self.shownDetail { object.append(name, ifKnown: detail[name]) }
    return object
  }

  /// What programs may want to tell by more than the message.
  private static let shownDetail = [
    "process_status", "end_reason", "exit_code", "failureType", "code", "path", "execution_id",
    "scheduled_for", "reason",
  ]
}
