internal import JSON
internal import TrainingModel

extension StartedProcess {
  init(record: Record) throws(RecordError) {
    self.init(
      identity: ProcessIdentity(
        pid: try record.member("pid") { $0.integer.flatMap(Int32.init(exactly:)) },
        startTime: try record.member("start_time") { $0.integer.flatMap(UInt64.init(exactly:)) }),
      startedAt: try record.member("started_at") { $0.timestamp })
  }

  var record: Record {
    Record([
      "pid": .integer(Int64(identity.pid)),
      "start_time": .integer(Int64(clamping: identity.startTime)),
      "started_at": startedAt.json,
    ])
  }
}
