internal import JSON
internal import Platform
internal import RunStore
internal import TrainingModel
internal import TranscriptReplay

/// A conversation in which runs end in several ways, every change of a file written down.
struct TracedConversation {
  let trace: [TraceRecord]
  /// Where it lies.
  let traceFile: String
  let runs: [TracedRun]
  /// The home, as the trace names it.
  let root: String

  /// Why there is nothing to work with.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Has the conversation, and waits until every process of it is gone.
  init(on home: CampaignHome, _ tools: CampaignTools) throws {
    let file = home.path + "/trace"
    let plan = FaultPlan(trace: FaultPlan.Trace(file: file, root: home.home))
    let server = try Conversation(on: home, tools, faults: plan)
    func start(_ kind: TrainingKind, seconds: Double, detach: Bool = false) throws -> String {
      let command = kind.command(truth: "\(home.truth)/\(kind)", seconds: seconds)
      let answer = try server.call(
        "train_start",
        [
          "command": .array(command.map(JSONValue.string)), "wait": 0, "grace": 0.2, "detach": .bool(detach),
        ])
      guard let id = answer["process_id"]?.string else { throw Failure(description: answer.text) }
      try FileDescriptor.open(file, .appending).write(TraceReader.mark(TracedRun.mark(id)))
      return id
    }
    var ids = [
      try start(.exits(code: 3), seconds: 0.2), try start(.failsToStart, seconds: 0),
      try start(.signalsItself, seconds: 0.1), try start(.exits(code: 0), seconds: 0.3, detach: true),
    ]
    let killed = try start(.exits(code: 0), seconds: 20)
    _ = try server.call("train_status", ["action": "kill", "process_id": .string(killed)], waiting: 5)
    for id in ids {
      _ = try server.call(
        "train_status", ["action": "wait", "process_id": .string(id), "until": "end"], waiting: 45)
    }
    let left = try start(.exits(code: 0), seconds: 20)
    ids += [killed, left]
    // The end of the server is the end of the last one.
    try server.close()
    let rest = home.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: 10))
    guard rest.isEmpty else { throw Failure(description: "\(rest.map(\.name)) did not end") }

    let records = try TraceReader.records(in: try FileSystem.read(file))
    trace = records
    traceFile = file
    root = home.home
    let reader = try Conversation(on: home, tools)
    runs = try ids.map { id in
      guard let runID = RunID(id) else { throw Failure(description: "\(id) is no identifier") }
      let directory = HomeDirectory(path: home.home).directory(of: runID)
      let answer = try reader.call("train_status", ["process_id": .string(id)])
      return try TracedRun(
        id: id, directory: directory, exitRecord: try FileSystem.read(directory.exitPath),
        verdict: Verdict(answer.structuredContent), trace: records)
    }
    try reader.close()
  }
}
