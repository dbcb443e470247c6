import JSON
import Platform
import Testing
import TranscriptReplay

/// A real server with a home of its own, and what a test does with it.
///
/// When it goes, every process of it goes.
final class Yard {
  let client: AgentClient
  let server: ServerProcess
  private let scratch: ScratchDirectory
  /// Where this server keeps its runs.
  let home: String

  /// A second server on the home of another, as a second window of an editor starts it.
  convenience init(sharing other: Yard) throws {
    try self.init(home: other.home)
  }

  /// - Parameters:
  ///   - arguments: for `serve`; nil names the whole disk as the root, so that fixtures may be run where they lie.
  ///   - environment: set over that of the tests.
  ///   - home: of another yard; nil for one of its own.
  init(arguments: [String]? = nil, environment: [String: String] = [:], home: String? = nil) throws {
    scratch = try ScratchDirectory(prefix: "yard-")
    self.home = home ?? scratch.home
    let launch = ServerLaunch(
      program: Self.program, arguments: ["serve"] + (arguments ?? ["--root", "/"]),
      environment: scratch.environment(over: .current).merging(["SIGNALBOX_HOME": self.home])
        .merging(environment),
      directory: scratch.root, errorFile: scratch.root + "/stderr")
    server = try ServerProcess(launch)
    client = AgentClient(server, timeout: 50)
    try client.open(as: "tests")
  }

  deinit { scratch.killProcesses() }

  var root: String { scratch.root }

  /// What the server has said on standard error so far.
  func complaints() throws -> String {
    String(decoding: try FileSystem.read(scratch.root + "/stderr"), as: UTF8.self)
  }

  /// Ends the server as a client does, and waits until it is gone.
  func close() {
    server.closeInput()
    _ = server.waitForEnd(until: SystemClock.monotonic().advanced(bySeconds: 5))
  }

  /// Kills the server alone.
  func kill() throws {
    let entry = try #require(ProcessTable.entry(of: server.pid))
    #expect(ProcessTable.send(SystemSignal.kill, to: entry.pid, startedAt: entry.startTime))
    _ = server.waitForEnd(until: SystemClock.monotonic().advanced(bySeconds: 5))
  }

  /// The program that was built with the tests: it lies beside them.
  static let program: String = {
    let beside = FileSystem.parent(of: CommandLine.arguments[0]) + "/signalbox"
    return FileSystem.isExecutable(beside) ? beside : repository + "/.build/debug/signalbox"
  }()

  static let repository: String = {
    var path = #filePath
    for _ in 1...3 { path = FileSystem.parent(of: path) }
    return path
  }()

  /// The command that runs a trainer of fixtures.
  static func trainer(_ name: String, _ arguments: String...) -> JSONValue {
    let command = ["python3", "\(repository)/fixtures/trainers/\(name).py"] + arguments
    return .array(command.map(JSONValue.string))
  }

  /// Starts a run.
  func start(_ command: JSONValue, _ more: JSONObject = [:]) throws -> ToolAnswer {
    var arguments: JSONObject = ["command": command]
    for member in more.members { arguments.append(member.name, member.value) }
    return try client.callTool("train_start", arguments)
  }

  /// Starts a run and gives its identifier.
  func startRun(_ command: JSONValue, _ more: JSONObject = [:]) throws -> String {
    try #require(try start(command, more)["process_id"]?.string)
  }

  /// Calls `train_status` for a run.
  func status(_ action: String, _ id: String, _ more: JSONObject = [:]) throws -> ToolAnswer {
    var arguments: JSONObject = ["action": .string(action), "process_id": .string(id)]
    for member in more.members { arguments.append(member.name, member.value) }
    return try client.callTool("train_status", arguments)
  }

  /// Waits for the end of a run and gives its picture.
  func end(of id: String) throws -> ToolAnswer {
    let answer = try status("wait", id, ["until": "end", "timeout": 40])
    try #require(answer["timed_out"] == false, "the run has not ended: \(answer.text)")
    return answer
  }

  /// The clean last lines of a run's log.
  func log(of id: String) throws -> String {
    try #require(try status("logs", id, ["tail": 1000, "max_bytes": 40000])["content"]?.string)
  }

  /// Waits until the log of a run holds a text.
  func waitForLog(of id: String, toHold text: String) throws {
    try eventually("the log of \(id) holds '\(text)'") { try log(of: id).contains(text) }
  }

  /// The exit record of a run as it lies on disk; nil while there is none.
  func exitRecord(of id: String) throws -> JSONValue? {
    let path = "\(home)/runs/\(id)/exit.json"
    guard FileSystem.kind(of: path) == .file else { return nil }
    return try JSONParser.parse(try FileSystem.read(path))
  }

  /// The processes that carry a run's name, the training and its descendants.
  func processes(of id: String) -> [ProcessEntry] {
    ProcessTable.carrying("SIGNALBOX_RUN_ID", id).filter { $0.name != "signalbox" }
  }

  /// The supervisor of a run.
  func supervisor(of id: String) throws -> ProcessEntry {
    let training = try #require(try status("status", id)["pid"]?.integer.flatMap(Int32.init(exactly:)))
    let parent = try #require(ProcessTable.entry(of: training)?.parent)
    return try #require(ProcessTable.entry(of: parent))
  }

  /// Expects that the server does nothing at all while nobody asks and nothing happens.
  ///
  /// - Parameter saving: seconds after which what was read of a log is saved: 1 for a run of its own.
  func expectSleep(saving: Double = 1) throws {
    // Its threads go to sleep in their own time after the last reply.
    var before = try contextSwitches()
    try eventually("the server is idle") {
      _ = try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: saving + 0.2))
      let now = try contextSwitches()
      defer { before = now }
      return now == before
    }
    // A window to look through, not a time that must suffice: were anything to tick, it would show.
    _ = try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: 2))
    #expect(try contextSwitches() == before)
  }

  /// How often the threads of the server went to sleep, by thread: proc_pid_status(5).
  private func contextSwitches() throws -> [String: String] { try Self.contextSwitches(of: server.pid) }

  /// How often the threads of a process went to sleep, by thread.
  static func contextSwitches(of pid: Int32) throws -> [String: String] {
    var counts: [String: String] = [:]
    for thread in try FileSystem.entries(of: "/proc/\(pid)/task") {
      let status = String(
        decoding: try FileSystem.read("/proc/\(pid)/task/\(thread)/status"), as: UTF8.self)
      counts[thread] = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }.map(
        String.init)
    }
    return counts
  }

  /// Waits until no process of this yard is left, servers and supervisors included.
  func expectNobodyLeft(within seconds: Double = 15) {
    let left = scratch.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: seconds))
    #expect(left.isEmpty, "left: \(left.map { "\($0.name) \($0.pid)" })")
  }
}

/// Looks again and again until something holds, for what nobody tells of.
func eventually(
  _ what: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation,
  _ condition: () throws -> Bool
) throws {
  let deadline = SystemClock.monotonic().advanced(bySeconds: seconds)
  while try !condition() {
    try #require(
      SystemClock.monotonic() < deadline, "not within \(seconds) s: \(what)", sourceLocation: sourceLocation)
    _ = try Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: 0.01))
  }
}
