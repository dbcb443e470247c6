internal import JSON
package import Platform
internal import TrainingModel
internal import TranscriptReplay

/// Where the wall clock jumps two hours forwards and a day back, to see whether anybody notices.
package struct ClockStage: CaseStage {
  package static let cases = [running, waiting, limited, living] + launching + firing
  package static let title = "Jumps of the clock"
  package static let part = CampaignOptions.Part.clock

  /// Two hours forwards, one day back, and right again.
  static let jumps: [Int64] = [7_200, -86_400, 0]
  /// Seconds by which a wait may end later than it should: a start takes its time on a busy machine, and a wait that
  /// goes by the wrong clock is hours off.
  static let patience = 3.0

  package let name: String
  package let home: CampaignHome
  let tools: CampaignTools
  private let meter = StallMeter()
  private let clock: ShiftedClock
  package var tally = Tally<ClockFigure>()

  package init(name: String, home: CampaignHome, tools: CampaignTools) throws(SystemError) {
    self.name = name
    self.home = home
    self.tools = tools
    clock = try ShiftedClock(path: home.path + "/clock")
    try meter.start()
  }

  package mutating func finish() {
    meter.stop()
    expectNobodyLeft()
  }

  /// A server that goes by the clock that jumps, as everything does that it starts.
  func server(_ rules: [FaultRule] = []) throws(ServerError) -> Conversation {
    try Conversation(on: home, tools, faults: FaultPlan(rules, clock: clock.path))
  }

  /// A daemon that goes by that clock.
  func daemon(isToldOfJumps: Bool) throws(ServerError) -> CampaignDaemon {
    try CampaignDaemon(
      on: home, tools, faults: FaultPlan(clock: clock.path, tellsOfJumps: isToldOfJumps))
  }

  mutating func jump(to seconds: Int64) throws(SystemError) {
    try clock.set(toSeconds: seconds)
    tally.add(.jumps)
  }

  // MARK: Runs

  /// A run that was asked for.
  struct Run {
    let kind: TrainingKind
    let truth: String
    let id: String
  }

  /// The arguments of a start.
  func arguments(_ kind: TrainingKind, seconds: Double, truth: String, wait: Double = 0) -> JSONObject {
    let command = kind.command(truth: truth, seconds: seconds)
    var arguments: JSONObject = [
      "command": .array(command.map(JSONValue.string)), "wait": .number(wait), "grace": 0.3, "detach": true,
    ]
    if case .overruns(let limit) = kind { arguments.append("max_runtime", .number(limit)) }
    return arguments
  }

  func start(_ kind: TrainingKind, seconds: Double, on server: Conversation) throws(ServerError) -> Run {
    let truth = "\(home.truth)/\(kind)-\(seconds)"
    let answer = try server.call("train_start", arguments(kind, seconds: seconds, truth: truth))
    guard let id = answer["process_id"]?.string else { throw .nonsense(answer.text) }
    return Run(kind: kind, truth: truth, id: id)
  }

  /// Waits for a run's end and compares what is said with the truth.
  ///
  /// - Parameter killRequestedAt: when it was asked to stop, in seconds since the machine was started.
  mutating func expectEnd(
    of run: Run, on server: Conversation, since start: Double, killRequestedAt: Double? = nil
  ) throws(ServerError) {
    let answer = try server.call(
      "train_status",
      [
        "action": "wait", "process_id": .string(run.id), "until": "end",
        "timeout": .number(ErrorStage.settling),
      ],
      waiting: ErrorStage.settling)
    guard answer["timed_out"] != true else { return violate(.stuck, answer.text) }
    var facts = RunFacts(run.kind, isDetached: true, truth: Truth(at: run.truth))
    facts.killRequestedAt = killRequestedAt
    facts.stall = meter.longest(since: start)
    let verdict = Verdict(answer.structuredContent)
    let expected = ExpectedEnd(facts, tools.precision)
    tally.add(.verdicts)
    switch expected.problem(with: verdict) {
    case nil: break
    case .wrongVerdict(let text), .exitCodeLost(let text): violate(.wrongVerdicts, "\(text); \(facts)")
    case .wrongDuration(let deviation): violate(.wrongDurations, "by \(deviation.seconds) s; \(facts)")
    }
    if expected.deviation(of: verdict) != nil { tally.add(.durations) }
  }

  /// Holds the duration of a stopped or living run against the seconds between which it must lie.
  mutating func expect(
    _ figure: ClockFigure, _ wanted: ClosedRange<Double>, _ answer: ToolAnswer, of run: Run,
    since start: Double
  ) {
    tally.add(.durations)
    let said = answer["duration_s"]?.double ?? .infinity
    let deviation = Deviation(
      seconds: max(wanted.lowerBound - said, said - wanted.upperBound, 0),
      explained: meter.longest(since: start) + Truth(at: run.truth).delay + 2 * Uptime.resolution)
    if deviation.unexplained > tools.precision.tolerance {
      violate(figure, "\(said) s instead of \(wanted) s: \(answer.text)")
    }
  }

  /// Holds the seconds that a call took against those that it should take.
  mutating func expectWait(of seconds: Double, since begin: MonotonicInstant, _ answer: ToolAnswer) {
    let took = SystemClock.monotonic().seconds(since: begin)
    tally.add(.waits)
    let latest = seconds + Self.patience + meter.longest(since: Uptime.now() - took)
    if took < seconds - 0.01 || took > latest {
      violate(.wrongWaits, "\(took) s instead of \(seconds) s: \(answer.text)")
    }
  }

  /// A run that nobody started can only be lost.
  mutating func expectLost(_ answer: ToolAnswer) {
    tally.add(.verdicts)
    let verdict = Verdict(answer.structuredContent)
    if answer["timed_out"] == true {
      violate(.stuck, answer.text)
    } else if verdict.reason != .lost {
      violate(.wrongVerdicts, "\(verdict) instead of lost")
    }
  }
}
