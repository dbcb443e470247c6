internal import JSON
internal import TrainingModel

extension ExitRecord {
  init(record: Record) throws(RecordError) {
    let resources = try record.optional("resources") { json -> ResourceUse? in
      guard let bytes = json["max_rss"]?.integer, let seconds = json["cpu_s"]?.double else { return nil }
      return ResourceUse(maximumResidentBytes: bytes, cpuSeconds: seconds)
    }
    self.init(
      outcome: try RunOutcome(record: record),
      startedAt: try record.optional("started_at") { $0.timestamp },
      endedAt: try record.member("ended_at") { $0.timestamp },
      duration: try record.member("duration_s") { $0.double },
      resources: resources,
      leftovers: try record.optional("leftovers") { $0.strings } ?? [],
      outOfMemoryKills: Int(try record.optional("oom_kills") { $0.integer } ?? 0))
  }

  var record: Record {
    var members = outcome.members
    members.append("started_at", ifKnown: startedAt?.json)
    members.append("ended_at", endedAt.json)
    members.append("duration_s", .number(duration))
    members.append(
      "resources",
      ifKnown: resources.map {
        ["max_rss": .integer($0.maximumResidentBytes), "cpu_s": .number($0.cpuSeconds)]
      })
    members.append("leftovers", .array(leftovers.map(JSONValue.string)))
    members.append("oom_kills", .integer(Int64(outOfMemoryKills)))
    return Record(members)
  }
}

extension RunOutcome {
  /// Whether a kill was the cancellation of a task: a member of its own, since the words of `end_reason` are fixed.
  private static var cancellation: String { "task_cancelled" }

  fileprivate init(record: Record) throws(RecordError) {
    let reason = try record.member("end_reason") { $0.string.flatMap(EndReason.init) }
    func status() throws(RecordError) -> ExitStatus {
      if let code = try record.optional("exit_code", { $0.integer.flatMap(Int32.init(exactly:)) }) {
        return .exited(code: code)
      }
      return .signalled(try signal())
    }
    func signal() throws(RecordError) -> Signal {
      Signal(
        number: try record.member("signal") { $0.integer.flatMap(Int32.init(exactly:)) },
        name: try record.member("signal_name") { $0.string })
    }
    switch reason {
    case .exited:
      self = .exited(code: try record.member("exit_code") { $0.integer.flatMap(Int32.init(exactly:)) })
    case .failedToStart:
      self = .failedToStart(
        StartFailure(
          problem: try record.member("problem") { $0.string.flatMap(StartFailure.Problem.init) },
          message: try record.member("message") { $0.string }))
    case .killRequested:
      let isCancellation = try record.optional(Self.cancellation) { $0.bool } ?? false
      self = .stopped(isCancellation ? .taskCancelled : .killRequested, status: try status())
    case .serverShutdown: self = .stopped(.serverShutdown, status: try status())
    case .timeLimit: self = .stopped(.timeLimit, status: try status())
    case .stalled: self = .stopped(.stalled, status: try status())
    case .outOfMemory: self = .outOfMemory(status: try status())
    case .signalled: self = .signalled(try signal())
    case .lost: self = .lost
    }
  }

  fileprivate var members: JSONObject {
    var members: JSONObject = ["end_reason": .string(endReason.rawValue)]
    members.append("exit_code", ifKnown: (exitStatus?.code).map { .integer(Int64($0)) })
    members.append("signal", ifKnown: (exitStatus?.signal).map { .integer(Int64($0.number)) })
    members.append("signal_name", ifKnown: (exitStatus?.signal).map { .string($0.name) })
    if case .stopped(.taskCancelled, _) = self { members.append(Self.cancellation, true) }
    if case .failedToStart(let failure) = self {
      members.append("problem", .string(failure.problem.rawValue))
      members.append("message", .string(failure.message))
    }
    return members
  }
}
