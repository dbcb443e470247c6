internal import JSON
internal import Platform
internal import RunStore
internal import TestSupport
internal import TrainingModel
internal import TranscriptReplay

extension ClockStage {
  /// Runs begin and end while the clock jumps ten times a second; a second server comes in the middle of it.
  static let running = Case<ClockStage>("runs begin, run and end") { stage in
    let start = Uptime.now()
    var generator = SeededGenerator(seed: stage.tools.seed)
    let first = try stage.server()
    var runs: [Run] = []
    var second: Conversation?
    for number in 0..<12 {
      try stage.jump(to: jumps.randomElement(using: &generator) ?? 0)
      if number < 8 {
        let seconds = (Double.random(in: 0.05...0.6, using: &generator) * 100).rounded() / 100
        runs.append(try stage.start(.exits(code: Int32(number)), seconds: seconds, on: first))
      }
      if number == 5 { second = try stage.server() }
      Pause.until(SystemClock.monotonic().advanced(bySeconds: 0.1))
    }
    for run in runs {
      try stage.expectEnd(of: run, on: first, since: start)
      if let second { try stage.expectEnd(of: run, on: second, since: start) }
    }
    try second?.close()
    try first.close()
  }

  /// Somebody waits for a start, for a change and for an end that does not come.
  static let waiting = Case<ClockStage>("calls wait") { stage in
    let start = Uptime.now()
    let server = try stage.server()
    let truth = stage.home.truth + "/waiting"
    let arguments = stage.arguments(.exits(code: 0), seconds: 20, truth: truth, wait: 0.4)
    var begin = SystemClock.monotonic()
    let started = try answer(
      of: server, to: server.sendCall("train_start", arguments), jumpingTo: 7_200, &stage)
    stage.expectWait(of: 0.4, since: begin, started)
    guard let id = started["process_id"]?.string else { return stage.violate(.badServers, started.text) }
    for (until, jump) in [("change", jumps[1]), ("end", jumps[0])] {
      begin = SystemClock.monotonic()
      let call = try server.sendCall(
        "train_status",
        ["action": "wait", "process_id": .string(id), "until": .string(until), "timeout": 0.5])
      stage.expectWait(of: 0.5, since: begin, try answer(of: server, to: call, jumpingTo: jump, &stage))
    }
    let killed = Uptime.now()
    _ = try server.call("train_status", ["action": "kill", "process_id": .string(id)], waiting: 45)
    let run = Run(kind: .exits(code: 0), truth: truth, id: id)
    try stage.expectEnd(of: run, on: server, since: start, killRequestedAt: killed)
    try server.close()
  }

  /// Lets the clock jump while a call waits.
  private static func answer(
    of server: Conversation, to call: Int64, jumpingTo jump: Int64, _ stage: inout Self
  ) throws -> ToolAnswer {
    Pause.until(SystemClock.monotonic().advanced(bySeconds: 0.1))
    try stage.jump(to: jump)
    guard let answer = try server.answer(to: call, until: Conversation.deadline(after: 1)) else {
      throw ServerError.silent(method: "tools/call", seconds: Conversation.patience)
    }
    return answer
  }

  /// The limit of a run is one of time that passed.
  static let limited = Case<ClockStage>("a run reaches its time limit") { stage in
    let start = Uptime.now()
    let server = try stage.server()
    let limit = 0.8
    let run = try stage.start(.overruns(limit: limit), seconds: 20, on: server)
    for jump in jumps {
      Pause.until(SystemClock.monotonic().advanced(bySeconds: 0.2))
      try stage.jump(to: jump)
    }
    try stage.expectEnd(of: run, on: server, since: start)
    let answer = try server.call("train_status", ["process_id": .string(run.id)])
    stage.expect(.wrongDurations, limit...limit, answer, of: run, since: start)
    try server.close()
  }

  /// How long a living run has run, as its own server says it and one that comes later.
  static let living = Case<ClockStage>("a living run is looked at") { stage in
    let start = Uptime.now()
    let first = try stage.server()
    let run = try stage.start(.exits(code: 0), seconds: 20, on: first)
    _ = Pause.until(Conversation.deadline()) { Truth(at: run.truth).startedAt != nil }
    guard let started = Truth(at: run.truth).startedAt else {
      return stage.violate(.badServers, "the training did not start")
    }
    for jump in jumps {
      try stage.jump(to: jump)
      // Long enough to tell its age from none at all.
      Pause.until(SystemClock.monotonic().advanced(bySeconds: 0.2))
      let second = try stage.server()
      for server in [first, second] {
        let asked = Uptime.now()
        let answer = try server.call("train_status", ["process_id": .string(run.id)])
        if answer["process_status"] != "running" { stage.violate(.falselyEnded, answer.text) }
        stage.expect(.wrongAges, asked - started...Uptime.now() - started, answer, of: run, since: start)
      }
      try second.close()
    }
    _ = try first.call("train_status", ["action": "kill", "process_id": .string(run.id)], waiting: 45)
    try first.close()
  }

  // MARK: Launching

  static let launching: [Case<ClockStage>] = jumps.dropLast().flatMap { jump in
    let way = jump > 0 ? "forwards" : "back"
    return [
      Case("a run is being started, and the clock jumps \(way)") { stage in try slowStart(jump, &stage)
      },
      Case("a supervisor dies at its start, and the clock jumps \(way)") { stage in
        try deadStart(jump, &stage)
      },
    ]
  }

  /// A supervisor takes its time, while another server looks.
  private static func slowStart(_ jump: Int64, _ stage: inout Self) throws {
    let start = Uptime.now()
    // Before it does anything, and again before it makes its first file.
    let first = try stage.server([
      FaultRule(.delay(milliseconds: 400), [.fork], role: .supervise, count: 1),
      FaultRule(.delay(milliseconds: 400), [.mkfifo], role: .supervise),
    ])
    let truth = stage.home.truth + "/slow"
    let call = try first.sendCall("train_start", stage.arguments(.exits(code: 3), seconds: 0.1, truth: truth))
    _ = Pause.until(Conversation.deadline()) { !stage.home.runs().isEmpty }
    try stage.jump(to: jump)
    let second = try stage.server()
    guard let id = stage.home.runs().first?.id else { return stage.violate(.badServers, "there is no run") }
    let answer = try second.call("train_status", ["process_id": .string(id)])
    // On a busy machine it may truly have ended by then.
    let hasEnded = FileSystem.kind(of: stage.home.runs().first?.directory.exitPath ?? "") == .file
    if Verdict(answer.structuredContent).status?.isEnded == true, !hasEnded {
      stage.violate(.falselyEnded, answer.text)
    }
    _ = try first.answer(to: call, until: Conversation.deadline(after: 5))
    let run = Run(kind: .exits(code: 3), truth: truth, id: id)
    try stage.expectEnd(of: run, on: first, since: start)
    try stage.expectEnd(of: run, on: second, since: start)
    try second.close()
    try first.close()
  }

  /// A supervisor that never came to start anything is found out, whatever the clock says.
  private static func deadStart(_ jump: Int64, _ stage: inout Self) throws {
    let first = try stage.server([FaultRule(.killBefore, [.fork], role: .supervise, count: 1)])
    let truth = stage.home.truth + "/dead"
    let call = try first.sendCall("train_start", stage.arguments(.exits(code: 3), seconds: 0.1, truth: truth))
    _ = Pause.until(Conversation.deadline()) { stage.home.hitCount() > 0 }
    try stage.jump(to: jump)
    guard let id = stage.home.runs().first?.id else { return stage.violate(.badServers, "there is no run") }
    let second = try stage.server()
    for server in [second, first] {
      let answer = try server.call(
        "train_status",
        [
          "action": "wait", "process_id": .string(id), "until": "end",
          "timeout": .number(ErrorStage.settling),
        ], waiting: ErrorStage.settling)
      stage.expectLost(answer)
    }
    _ = try first.answer(to: call, until: Conversation.deadline(after: 5))
    try second.close()
    try first.close()
  }
}
