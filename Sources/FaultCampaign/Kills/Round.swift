internal import JSON
internal import Platform
internal import RunStore
internal import TranscriptReplay

/// One round: servers start runs, somebody is shot, and other servers say what became of every run.
struct Round {
  /// Seconds that a record may take to settle once nothing of the run lives.
  static let settling = 10.0

  let plan: RoundPlan
  let home: CampaignHome
  let tools: CampaignTools
  let beganAt = Uptime.now()
  /// Directories of earlier rounds.
  private let earlier: Set<String>
  var servers: [Conversation] = []
  var runs: [RunInPlay]
  var tally = Tally<KillFigure>()

  init(_ plan: RoundPlan, on home: CampaignHome, _ tools: CampaignTools) {
    self.plan = plan
    self.home = home
    self.tools = tools
    earlier = Set(home.runDirectoryNames())
    runs = plan.runs.enumerated().map { index, run in
      let name = "round-\(plan.seed)-run-\(index)"
      return RunInPlay(run, name: name, truth: "\(home.truth)/\(name)")
    }
  }

  /// How to see it again.
  var place: String {
    "home \(home.path), again with: fault-campaign --only kills --kills 1 --seed \(plan.seed)"
  }

  /// Something that is done at a moment of the round.
  private enum Step {
    case start(Int)
    case requestKill(Int)
    case shoot
  }

  /// Starts servers and runs, and shoots.
  mutating func act() throws(ServerError) {
    for _ in 0..<plan.serverCount { servers.append(try Conversation(on: home, tools)) }
    var steps: [(at: Double, step: Step)] = [(plan.shotAt, .shoot)]
    for (index, run) in plan.runs.enumerated() {
      steps.append((run.startsAt, .start(index)))
      if let instant = run.killAt { steps.append((instant, .requestKill(index))) }
    }
    let begin = SystemClock.monotonic()
    for (seconds, step) in steps.sorted(by: { $0.at < $1.at }) {
      Pause.until(begin.advanced(bySeconds: seconds))
      switch step {
      case .start(let index): start(index)
      case .requestKill(let index): try requestKill(of: index)
      case .shoot: shoot()
      }
    }
    try takeAnswers()
  }

  // MARK: Steps

  private mutating func start(_ index: Int) {
    let run = runs[index]
    let command = run.plan.kind.command(truth: run.truth, seconds: run.plan.seconds)
    var arguments: JSONObject = [
      "command": .array(command.map(JSONValue.string)), "name": .string(run.name), "wait": 0,
      "grace": .number(RoundPlan.grace), "detach": .bool(run.plan.isDetached),
    ]
    if case .overruns(let limit) = run.plan.kind { arguments.append("max_runtime", .number(limit)) }
    do throws(ServerError) {
      runs[index].start = .sent(call: try servers[run.plan.server].sendCall("train_start", arguments))
      tally.add(.runs)
    } catch {
      // Its server is the one that was shot: then there is no such run.
    }
  }

  private mutating func requestKill(of index: Int) throws(ServerError) {
    let server = servers[runs[index].plan.server]
    try server.listen(until: SystemClock.monotonic())
    guard let id = try knownID(of: index) else { return }
    do throws(ServerError) {
      try server.sendCall("train_status", ["action": "kill", "process_id": .string(id)])
      runs[index].facts.killRequestedAt = Uptime.now()
    } catch {
      // Its server is the one that was shot: nobody is asked.
    }
  }

  private mutating func shoot() {
    let hit =
      switch plan.victim {
      case .server(let number): kill(server: number)
      case .serverGently(let number, let bySignal): end(server: number, bySignal: bySignal)
      case .supervisor(let index): shootSupervisor(of: index)
      case .training(let index): shootTraining(of: index)
      case .serverAndSupervisor(let index):
        kill(server: runs[index].plan.server) && shootSupervisor(of: index)
      }
    if !hit { tally.add(.misses) }
  }

  private mutating func kill(server number: Int) -> Bool {
    noteEnd(of: number, .killed)
    servers[number].signal(SystemSignal.kill)
    tally.add(.serversKilled)
    return true
  }

  private mutating func end(server number: Int, bySignal: Bool) -> Bool {
    noteEnd(of: number, .graceful)
    if bySignal { servers[number].signal(SystemSignal.terminate) } else { servers[number].hangUp() }
    tally.add(.serversEnded)
    return true
  }

  private mutating func noteEnd(of server: Int, _ death: RunFacts.Death) {
    let now = Uptime.now()
    for index in runs.indices where runs[index].plan.server == server {
      runs[index].facts.serverEnd = (now, death)
    }
  }

  private mutating func shootSupervisor(of index: Int) -> Bool {
    guard let supervisor = find({ $0.supervisor() }, of: index) else { return false }
    runs[index].facts.supervisorShotAt = Uptime.now()
    let wasHit = ProcessTable.send(SystemSignal.kill, to: supervisor.pid, startedAt: supervisor.startTime)
    if wasHit { tally.add(.supervisorsKilled) } else { runs[index].facts.supervisorShotAt = nil }
    return wasHit
  }

  private mutating func shootTraining(of index: Int) -> Bool {
    guard let training = find({ $0.training() }, of: index) else { return false }
    runs[index].facts.trainingShotAt = Uptime.now()
    let wasHit = ProcessTable.send(SystemSignal.kill, to: training.pid, startedAt: training.startTime)
    if wasHit { tally.add(.trainingsKilled) } else { runs[index].facts.trainingShotAt = nil }
    return wasHit
  }

  /// A process of a run; waits for it as long as the run may be about to start.
  private func find(_ process: (FoundRun) -> ProcessEntry?, of index: Int) -> ProcessEntry? {
    guard runs[index].wasSent else { return nil }
    var found: ProcessEntry?
    _ = Pause.until(SystemClock.monotonic().advanced(bySeconds: 0.3)) {
      guard let run = newRuns.first(where: { $0.name == runs[index].name }) else { return false }
      found = process(run)
      // One that has ended has no process any more.
      return found != nil || FileSystem.kind(of: run.directory.exitPath) != nil
    }
    return found
  }

  // MARK: Who is who

  private var newRuns: [FoundRun] { home.runs(except: earlier) }

  private mutating func knownID(of index: Int) throws(ServerError) -> String? {
    if case .sent(let call) = runs[index].start,
      let answer = try servers[runs[index].plan.server].answer(to: call, until: SystemClock.monotonic())
    {
      runs[index].start = .answered(answer)
      runs[index].id = answer["process_id"]?.string
    }
    return runs[index].id
  }

  /// Takes the answers to all starts; of a server that was shot those that it still gave.
  private mutating func takeAnswers() throws(ServerError) {
    for index in runs.indices {
      guard case .sent(let call) = runs[index].start else { continue }
      let server = servers[runs[index].plan.server]
      if let answer = try server.answer(to: call, until: Conversation.deadline()) {
        runs[index].start = .answered(answer)
        runs[index].id = answer["process_id"]?.string
      }
    }
    let found = newRuns
    for index in runs.indices {
      if case .answered = runs[index].start { runs[index].facts.wasAnswered = true }
      if runs[index].id == nil { runs[index].id = found.first { $0.name == runs[index].name }?.id }
    }
  }
}
