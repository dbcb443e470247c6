internal import JSON
internal import Platform
internal import TranscriptReplay

/// The conversation that `signalbox demo` has with its server, told step by step.
///
/// Every step checks what it shows: the demo is a test that people can read.
struct Demo {
  private let client: AgentClient
  /// This program, whose `demo-training` is the training.
  private let program: String
  private let passes: Int
  private var step = 0

  /// Enough to be running still when the agent hangs up.
  private static let endlessEpochs = "1000000"

  init(client: AgentClient, program: String, passes: Int) {
    self.client = client
    self.program = program
    self.passes = passes
  }

  /// Everything up to the moment at which the agent hangs up, while one run goes on.
  ///
  /// - Returns: the pids of the trainings that were started.
  mutating func converse() throws -> [Int32] {
    try showServer()
    let trained = try startTraining()
    try followToTheEnd(of: trained)
    try failToStart()
    return [trained.pid, try startEndless()]
  }

  // MARK: Steps

  private mutating func showServer() throws {
    try begin("The agent connects, and asks what there is.")
    let opened = try client.open(as: "signalbox demo")
    let server = opened["serverInfo"]
    try say(
      "server   \(text(server?["title"])) \(text(server?["version"])), protocol \(text(opened["protocolVersion"]))"
    )
    let tools = try client.request("tools/list")["tools"]?.array ?? []
    for tool in tools { try say("tool     \(text(tool["name"])): \(text(tool["title"]))") }
    try check(tools.count >= 2, "the server lists \(tools.count) tools")
  }

  /// A run that the server has started.
  private struct Started {
    let id: String
    let pid: Int32
  }

  private mutating func startTraining() throws -> Started {
    try begin("It starts a training: a small network learns to tell three species of iris apart.")
    let started = try start(["--passes", "\(passes)"], name: "iris")
    try say(
      "<- \(text(started["status"])) after \(seconds(started["started_after_s"])): pid \(number(started["pid"]))"
    )
    try say("   process_id \(text(started["process_id"]))")
    try check(
      ["started", "starting"].contains(text(started["status"])), "train_start answered: \(started.text)")
    return try run(started)
  }

  private mutating func followToTheEnd(of run: Started) throws {
    try begin("It waits, without polling; the server tells how the training is.")
    try say("-> train_status action wait, until end")
    client.onNotification { message in
      let text = message["params"]?["message"]?.string ?? ""
      let progress = text.hasPrefix(run.id) ? "it" + text.dropFirst(run.id.count) : text
      // Only the picture at the end counts; a closed output will be told then.
      try? StandardStreams.write("   .. \(progress)\n")
    }
    let ended = try client.callTool(
      "train_status", ["action": "wait", "process_id": .string(run.id), "until": "end"], progressToken: "demo"
    )
    client.onNotification { _ in }
    try say("<- \(text(ended["process_status"])), end_reason \(text(ended["end_reason"]))")
    try check(ended["process_status"] == "completed" && ended["verified"] == true, ended.text)

    try begin("It reads the end of the log.")
    let log = try client.callTool(
      "train_status", ["action": "logs", "process_id": .string(run.id), "tail": 5])
    for line in text(log["content"]).split(separator: "\n") { try say("   | \(line)") }
    try check(text(log["content"]).contains("training_end"), "the log does not end with the training")

    try begin("What it can tell its user:")
    try say("duration \(seconds(ended["duration_s"])), exit code \(number(ended["exit_code"])), verified")
    let metrics = ended["metrics"]?.object ?? [:]
    try say(
      "metrics  " + metrics.members.map { "\($0.name) \(JSONWriter.text($0.value))" }.joined(separator: ", "))
    let model = ended["artifacts"]?.array?.last?.string ?? ""
    try say("model    \(model) (removed with the demo)")
    try check((metrics["test_accuracy"]?.double ?? 0) > 0.8, "the network has learned too little")
    try check(FileSystem.kind(of: model) == .file, "there is no model at '\(model)'")
  }

  private mutating func failToStart() throws {
    try begin("It starts one that cannot work.")
    let failed = try start(["--data", "/no/such.csv"], name: nil)
    let summary = failed["error_summary"]
    try say("<- \(text(failed["status"])): exit code \(number(failed["exit_code"]))")
    try say("   failureType \(text(summary?["failureType"])), confidence \(text(summary?["confidence"]))")
    try say("   message     \(text(summary?["message"]))")
    for suggestion in summary?["suggestions"]?.array ?? [] { try say("   suggestion  \(text(suggestion))") }
    try check(
      failed["status"] == "error" && failed.isError, "a start that fails was answered: \(failed.text)")
    try check(summary?["failureType"] == "file_not_found", "its failure was not recognized: \(failed.text)")
  }

  private mutating func startEndless() throws -> Int32 {
    try begin("It starts a long one, and hangs up.")
    let started = try start(["--epochs", Self.endlessEpochs, "--passes", "\(passes)"], name: nil)
    try say("<- \(text(started["status"])): pid \(number(started["pid"]))")
    try check(started["process_status"] == "running", "train_start answered: \(started.text)")
    return try run(started).pid
  }

  /// Closes the connection, and makes sure that nothing is left of it.
  mutating func hangUp(leaving trainings: [Int32], in scratch: borrowing ScratchHome) throws {
    let start = SystemClock.monotonic()
    let end = try client.close()
    let elapsed = SystemClock.monotonic().seconds(since: start)
    try check(end == .exited(code: 0), "the server ended otherwise than it should: \(end)")
    try say("-- the connection is closed; the server ended after \(Self.rounded(elapsed)) s with exit code 0")
    let left = scratch.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: 15))
    try check(
      left.isEmpty, "processes are left: \(left.map { "\($0.name) (\($0.pid))" }.joined(separator: ", "))")
    for pid in trainings + [client.serverPID] {
      try check(ProcessTable.entry(of: pid)?.isZombie ?? true, "process \(pid) is left")
    }
    try say("-- processes left: 0")
    try StandardStreams.write("\nAll is as it should be.\n")
  }

  // MARK: Calls

  private func start(_ arguments: [String], name: String?) throws -> ToolAnswer {
    try say("-> train_start command: signalbox demo-training \(arguments.joined(separator: " "))")
    let command = [program, "demo-training"] + arguments
    var call: JSONObject = ["command": .array(command.map(JSONValue.string)), "grace": 2]
    call.append("name", ifKnown: name.map(JSONValue.string))
    return try client.callTool("train_start", call)
  }

  private func run(_ answer: ToolAnswer) throws -> Started {
    guard let id = answer["process_id"]?.string,
      let pid = answer["pid"]?.integer.flatMap(Int32.init(exactly:))
    else { throw DemoFailure("train_start answered without process_id or pid: \(answer.text)") }
    return Started(id: id, pid: pid)
  }

  private func check(_ holds: Bool, _ reason: @autoclosure () -> String) throws(DemoFailure) {
    if !holds { throw DemoFailure(reason()) }
  }

  // MARK: Words

  private mutating func begin(_ title: String) throws {
    step += 1
    try StandardStreams.write("\(step == 1 ? "" : "\n")\(step). \(title)\n")
  }

  private func say(_ line: String) throws { try StandardStreams.write("   \(line)\n") }

  private func text(_ value: JSONValue?) -> String { value?.string ?? "?" }

  private func number(_ value: JSONValue?) -> String { value.map(JSONWriter.text) ?? "?" }

  private func seconds(_ value: JSONValue?) -> String { "\(number(value)) s" }

  private static func rounded(_ seconds: Double) -> Double { (seconds * 1_000).rounded() / 1_000 }
}
