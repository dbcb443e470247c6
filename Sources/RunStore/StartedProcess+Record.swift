internal import JSON
internal import TrainingModel

extension StartedProcess {
  init(record: Record) throws(RecordError) {
    self.init(
      identity: ProcessIdentity(
        pid: try record.member("pid") { $0.integer.flatMap(Int32.init(exactly:)) },
        startTime: try record.member("start_time") { $0.integer.flatMap(UInt64.init(exactly:)) }),
      startedAt: try record.member("started_at") { $0.timestamp },
      startedMonotonic: try record.optional("started_monotonic") { $0.integer },
      supervisor: try record.optional("supervisor") { ProcessIdentity(json: $0) })
  }

  var record: Record {
    var members: JSONObject = [
      "pid": .integer(Int64(identity.pid)),
      "start_time": .integer(Int64(clamping: identity.startTime)),
      "started_at": startedAt.json,
    ]
    members.append("started_monotonic", ifKnown: startedMonotonic.map(JSONValue.integer))
    members.append("supervisor", ifKnown: supervisor?.json)
    return Record(members)
  }
}

extension ProcessIdentity {
  fileprivate init?(json: JSONValue) {
    guard let pid = json["pid"]?.integer.flatMap(Int32.init(exactly:)),
      let startTime = json["start_time"]?.integer.flatMap(UInt64.init(exactly:))
    else { return nil }
    self.init(pid: pid, startTime: startTime)
  }

  fileprivate var json: JSONValue {
    ["pid": .integer(Int64(pid)), "start_time": .integer(Int64(clamping: startTime))]
  }
}
