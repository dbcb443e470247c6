internal import JSON
internal import TrainingModel

extension RunSpecification {
  init(record: Record) throws(RecordError) {
    self.init(
      id: try record.member("process_id") { $0.string.flatMap(RunID.init) },
      command: try record.member("command") { $0.strings.flatMap { $0.isEmpty ? nil : $0 } },
      workingDirectory: try record.member("cwd") { $0.string },
      name: try record.optional("name") { $0.string },
      tags: try record.optional("tags") { $0.texts } ?? [:],
      environmentNames: try record.optional("env_names") { $0.strings } ?? [],
      environmentDigest: try record.optional("env_digest") { $0.string },
      startupTimeout: try record.member("startup_timeout") { $0.double },
      maximumRuntime: try record.optional("max_runtime") { $0.double },
      stallAfter: try record.optional("stall_after") { $0.double },
      onStall: try record.optional("on_stall") { $0.string.flatMap(StallResponse.init) } ?? .warn,
      grace: try record.member("grace") { $0.double },
      detach: try record.member("detach") { $0.bool },
      maximumLogBytes: try record.optional("max_log_bytes") { $0.integer.flatMap { $0 > 0 ? $0 : nil } },
      idempotencyKey: try record.optional("idempotency_key") { $0.string },
      createdAt: try record.member("created_at") { $0.timestamp },
      occurrence: try Self.occurrence(record),
      trace: try record.optional("trace") { $0.object }.flatMap { TraceContext($0) })
  }

  private static func occurrence(_ record: Record) throws(RecordError) -> ScheduledOccurrence? {
    guard let schedule = try record.optional("schedule_id", { $0.string.flatMap(ScheduleID.init) }) else {
      return nil
    }
    return ScheduledOccurrence(
      schedule: schedule, scheduledFor: try record.member("scheduled_for") { $0.timestamp },
      attempt: try record.optional("attempt") { $0.integer.map(Int.init) } ?? 1)
  }

  var record: Record {
    var members: JSONObject = [
      "process_id": .string(id.rawValue),
      "command": .array(command.map(JSONValue.string)),
      "cwd": .string(workingDirectory),
    ]
    members.append("name", ifKnown: name.map(JSONValue.string))
    let sortedTags = tags.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
    members.append("tags", .object(JSONObject(sortedTags)))
    members.append("env_names", .array(environmentNames.map(JSONValue.string)))
    members.append("env_digest", ifKnown: environmentDigest.map(JSONValue.string))
    members.append("startup_timeout", .number(startupTimeout))
    members.append("max_runtime", ifKnown: maximumRuntime.map(JSONValue.number))
    members.append("stall_after", ifKnown: stallAfter.map(JSONValue.number))
    // Of a warning nothing is said, as before there was anything else.
    if onStall != .warn { members.append("on_stall", .string(onStall.rawValue)) }
    members.append("grace", .number(grace))
    members.append("detach", .bool(detach))
    members.append("max_log_bytes", ifKnown: maximumLogBytes.map(JSONValue.integer))
    members.append("idempotency_key", ifKnown: idempotencyKey.map(JSONValue.string))
    members.append("created_at", createdAt.json)
    members.append("schedule_id", ifKnown: (occurrence?.schedule.rawValue).map(JSONValue.string))
    members.append("scheduled_for", ifKnown: occurrence?.scheduledFor.json)
    // Of one attempt nothing is said, as before there were more.
    if let attempt = occurrence?.attempt, attempt > 1 { members.append("attempt", .integer(Int64(attempt))) }
    members.append("trace", ifKnown: trace.map { .object($0.members) })
    return Record(members)
  }
}
