internal import JSON
internal import Platform
internal import RunStore
internal import TrainingModel
internal import TranscriptReplay

/// Where calls fail and programs die at chosen places.
package struct ErrorStage: CaseStage {
  package static let cases = exitRecord + crashes + starts + supervisors + descriptors + reading + database
  package static let title = "Errors of the system"
  package static let part = CampaignOptions.Part.errors

  package let name: String
  package let home: CampaignHome
  let tools: CampaignTools
  package var tally = Tally<ErrorFigure>()
  /// Whether the fault comes from rules; else the system itself brings it about.
  var usesRules = true

  package init(name: String, home: CampaignHome, tools: CampaignTools) {
    self.name = name
    self.home = home
    self.tools = tools
  }

  package mutating func finish() {
    if usesRules { expectHit() }
    expectNobodyLeft()
  }

  /// Seconds that a run may take to end, the supervisor's patience with a full disk included.
  static let longestEnd = 30.0
  /// Seconds that a record may take to settle once nothing of its run lives.
  static let settling = 5.0
  /// How a training of a case ends.
  static let rightEnd = Verdict(.failed, .exited, exitCode: 3)
  static let lost = Verdict(.failed, .lost)

  // MARK: Paths for rules

  /// A file of whatever run.
  func file(_ name: String) -> String { "\(home.home)/runs/*/\(name)" }
  /// The directory of whatever run.
  var anyRun: String { "\(home.home)/runs/*" }

  /// The database and the files beside it.
  var history: String { "\(home.home)/history.db*" }

  // MARK: What is done

  func server(_ rules: [FaultRule] = [], prelude: String = "") throws(ServerError) -> Conversation {
    try Conversation(on: home, tools, faults: FaultPlan(rules), prelude: prelude)
  }

  /// Asks for a run, which ends with exit code 3 after `seconds` unless it is of another kind.
  func start(
    _ kind: TrainingKind = .exits(code: 3), on server: Conversation, seconds: Double = 0.05,
    detach: Bool = false
  ) throws(ServerError) -> ToolAnswer {
    try server.call("train_start", startArguments(kind, seconds: seconds, detach: detach))
  }

  func startArguments(
    _ kind: TrainingKind = .exits(code: 3), seconds: Double = 0.05, detach: Bool = false
  ) -> JSONObject {
    let command = kind.command(truth: home.truth + "/run", seconds: seconds)
    return [
      "command": .array(command.map(JSONValue.string)), "wait": 0, "grace": 0.3, "detach": .bool(detach),
    ]
  }

  /// What a server says of a run's end, once it says so; nil when it goes on calling it alive.
  mutating func end(
    of id: String, on server: Conversation, within seconds: Double = longestEnd
  ) throws(ServerError) -> ToolAnswer? {
    let answer = try server.call(
      "train_status",
      ["action": "wait", "process_id": .string(id), "until": "end", "timeout": .number(seconds)],
      waiting: seconds)
    guard answer["timed_out"] != true else {
      violate(.stuck, answer.text)
      return nil
    }
    return answer
  }

  /// What was said, without the duration.
  func verdict(_ answer: ToolAnswer) -> Verdict {
    var verdict = Verdict(answer.structuredContent)
    verdict.duration = nil
    return verdict
  }

  // MARK: What must hold

  /// Waits for the end of a run, and compares the verdict: of this server, and of a fresh one.
  mutating func expectEnd(_ wanted: Verdict, of id: String, on server: Conversation) throws(ServerError) {
    guard let answer = try end(of: id, on: server) else { return }
    let said = verdict(answer)
    if said != wanted { violate(.wrongVerdicts, "\(said) instead of \(wanted)") }
    let fresh = try self.server()
    let again = try fresh.call("train_status", ["process_id": .string(id)])
    if verdict(again) != said {
      violate(.wrongVerdicts, "a fresh server says \(verdict(again)), not \(said)")
    }
    try fresh.close()
    expectWholeRecord(of: id)
  }

  /// What there is of an exit record must be whole.
  mutating func expectWholeRecord(of id: String) {
    guard let runID = RunID(id) else { return violate(.badServers, "\(id) is no identifier") }
    do {
      _ = try HomeDirectory(path: home.home).directory(of: runID).exitRecord()
    } catch {
      violate(.halfRecords, "\(error)")
    }
  }

  /// An answer must be an error that holds the system's words for its cause.
  mutating func expectError(naming cause: ErrorNumber, _ answer: ToolAnswer) {
    if !answer.isError || !answer.text.contains(cause.words) {
      violate(.unclearErrors, "'\(cause.words)' is not in: \(answer.text)")
    }
  }

  /// Whatever has failed, the server goes on: it answers, and starts what can be started.
  mutating func expectGoesOn(_ server: Conversation) throws(ServerError) {
    let answer = try start(on: server)
    guard let id = answer["process_id"]?.string else {
      return violate(.badServers, "the next start failed as well: \(answer.text)")
    }
    try expectEnd(Self.rightEnd, of: id, on: server)
  }

  mutating func expectSoundDatabases() {
    for path in home.databases() {
      tally.add(.databases)
      if let problem = tools.databaseCheck(path) { violate(.badDatabases, "\(path): \(problem)") }
    }
  }

  /// A start that failed leaves nothing.
  mutating func expectNothingLeft(after answer: ToolAnswer) {
    let left = home.runDirectoryNames()
    if !left.isEmpty { violate(.leftovers, "\(left) after \(answer.text)") }
  }

  /// A fault that did not happen proves nothing.
  private mutating func expectHit() {
    let hits = home.hitCount()
    tally.add(.faults, hits)
    if hits == 0 { violate(.missed, "no call was hit") }
  }
}
