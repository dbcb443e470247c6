import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A real server with a home of its own, and what a test does with it; with companions, if they are wanted.
///
/// When it goes, every process of it goes.
final class Yard {
  let client: AgentClient
  let server: ServerProcess
  /// Other servers on the same home, and how they are started.
  let company: Company
  let companionLaunch: ServerLaunch
  private let scratch: ScratchHome
  /// Where this server keeps its runs.
  let home: String

  /// A second server on the home of another, as a second window of an editor starts it.
  convenience init(
    sharing other: Yard, capabilities: JSONObject = [:], file: StaticString = #fileID, line: Int = #line
  ) throws {
    try self.init(home: other.home, capabilities: capabilities, file: file, line: line)
  }

  /// - Parameters:
  ///   - arguments: for `serve`; nil names the whole disk as the root, so that fixtures may be run where they lie.
  ///   - environment: set over that of the tests.
  ///   - home: of another yard; nil for one of its own.
  ///   - capabilities: what the client says in the handshake that it can do.
  ///   - companions: how many other servers take part.
  init(
    arguments: [String]? = nil, environment: [String: String] = [:], home: String? = nil,
    capabilities: JSONObject = [:], companions: Int = Company.usualSize, file: StaticString = #fileID,
    line: Int = #line
  ) throws {
    scratch = try ScratchHome(prefix: "yard-")
    self.home = home ?? scratch.home
    var launch = ServerLaunch(
      program: BuiltProduct.signalbox, arguments: ["serve"] + (arguments ?? Self.wholeDisk),
      environment: scratch.environment(over: .current).merging(["SIGNALBOX_HOME": self.home])
        .merging(environment),
      directory: scratch.root, errorFile: scratch.root + Self.errors)
    server = try ServerProcess(launch)
    client = AgentClient(server, timeout: 150)
    try client.open(as: "tests", capabilities: capabilities)
    launch.arguments = ["serve"] + Self.wholeDisk
    launch.errorFile = scratch.root + Self.errorsOfCompanions
    companionLaunch = launch
    company = try Company(of: companions, place: "\(file):\(line)", launch)
  }

  private static let wholeDisk = ["--root", "/"]
  private static let errors = "/stderr"
  private static let errorsOfCompanions = "/stderr-of-companions"

  deinit { scratch.killProcesses() }

  var root: String { scratch.root }

  /// What the server has complained of so far, and its companions: what concerns them all is said by who comes upon it
  /// first.
  func complaints() throws -> String {
    let paths = [Self.errors, Self.errorsOfCompanions].map { scratch.root + $0 }
    let texts = try paths.filter { FileSystem.kind(of: $0) == .file }
      .map { String(decoding: try FileSystem.read($0), as: UTF8.self) }
    return texts.flatMap { $0.split(separator: "\n") }.filter { !$0.contains(CompanionDaemon.greeting) }
      .joined(separator: "\n")
  }

  /// Ends the server as a client does, then its companions, and waits until all are gone.
  func close() {
    server.closeInput()
    _ = server.waitForEnd(until: .hangLimit)
    company.close()
  }

  /// Kills the server alone; its companions go on.
  func kill() throws {
    let entry = try #require(ProcessTable.entry(of: server.pid))
    #expect(ProcessTable.send(SystemSignal.kill, to: entry.pid, startedAt: entry.startTime))
    _ = server.waitForEnd(until: .hangLimit)
  }

  /// The command that runs a trainer of fixtures.
  static func trainer(_ name: String, _ arguments: String...) -> JSONValue {
    let command = ["python3", "\(Repository.root)/fixtures/trainers/\(name).py"] + arguments
    return .array(command.map(JSONValue.string))
  }

  /// Starts a run.
  func start(_ command: JSONValue, _ more: JSONObject = [:]) throws -> ToolAnswer {
    var arguments: JSONObject = ["command": command]
    for member in more.members { arguments.append(member.name, member.value) }
    try company.prepareForStart()
    let number = try client.sendTool("train_start", arguments)
    // They may come upon the run while it is being started.
    try company.look()
    let answer = try client.answer(to: number)
    if let id = answer["process_id"]?.string { try company.follow(id) }
    return answer
  }

  /// Starts a run and gives its identifier.
  func startRun(_ command: JSONValue, _ more: JSONObject = [:]) throws -> String {
    try #require(try start(command, more)["process_id"]?.string)
  }

  /// Calls `train_status` for a run.
  func status(_ action: String, _ id: String, _ more: JSONObject = [:]) throws -> ToolAnswer {
    var arguments: JSONObject = ["action": .string(action), "process_id": .string(id)]
    for member in more.members { arguments.append(member.name, member.value) }
    if action == "kill" { try company.perhapsLoseOne() }
    return try client.callTool("train_status", arguments)
  }

  /// Waits for the end of a run and gives its picture.
  func end(of id: String) throws -> ToolAnswer {
    try company.perhapsLoseOne()
    let answer = try status("wait", id, ["until": "end", "timeout": 140])
    try #require(answer["timed_out"] == false, "the run has not ended: \(answer.text)")
    try company.expectSame(as: answer.structuredContent, of: id)
    return answer
  }

  /// The clean last lines of a run's log.
  func log(of id: String) throws -> String {
    try #require(try status("logs", id, ["tail": 1000, "max_bytes": 40000])["content"]?.string)
  }

  /// Waits until the log of a run holds a text.
  func waitForLog(of id: String, toHold text: String) throws {
    try blockUntil("the log of \(id) holds '\(text)'") { try log(of: id).contains(text) }
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
    try blockUntil("the server is idle") {
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

  /// Waits until no process of this yard is left, servers and supervisors included; companions are ended for that.
  func expectNobodyLeft(within seconds: Double = 15) {
    company.close()
    let left = scratch.waitForProcesses(until: SystemClock.monotonic().advanced(bySeconds: seconds))
    #expect(left.isEmpty, "left: \(left.map { "\($0.name) \($0.pid)" })")
  }
}
