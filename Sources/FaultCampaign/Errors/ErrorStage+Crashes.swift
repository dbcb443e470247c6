internal import JSON
internal import Platform
internal import RunStore
internal import TrainingModel
internal import TranscriptReplay

/// A server or a supervisor is gone between any two of its system calls.
extension ErrorStage {
  static let crashes: [Case<ErrorStage>] =
    [FaultRule.Effect.killBefore, .killAfter].flatMap { effect in
      let when = effect == .killBefore ? "before" : "behind"
      return [
        Case("crash: a supervisor dies \(when) each of its changes") { stage in
          try sweep(effect, role: .supervise, &stage, supervisorDies)
        },
        Case("crash: a server dies \(when) each change of a start") { stage in
          try sweep(effect, role: .serve, &stage, serverDies)
        },
      ]
    } + [
      Case("crash: a server and a supervisor are gone, and what the training left is not") { stage in
        stage.usesRules = false
        try bothDie(&stage)
      }
    ]

  /// Nobody who knows of the run sees its supervisor go: what it started is for the next server to end.
  private static func bothDie(_ stage: inout Self) throws {
    let server = try stage.server()
    let answer = try stage.start(.leavesChild(code: 0), on: server, seconds: 20, detach: true)
    guard let id = answer["process_id"]?.string, let run = stage.home.runs().first,
      let supervisor = run.supervisor()
    else { return stage.violate(.badServers, answer.text) }
    // The training, its child in a session of its own, and what each of them waits for.
    let isComplete = Pause.until(Conversation.deadline()) {
      ProcessTable.carrying("SIGNALBOX_RUN_ID", id).count { $0.name == "sleep" } == 2
    }
    if !isComplete { stage.violate(.badServers, "the training did not start its children") }
    server.signal(SystemSignal.kill)
    try server.close()
    ProcessTable.send(SystemSignal.kill, to: supervisor.pid, startedAt: supervisor.startTime)
    let fresh = try stage.server()
    try stage.expectEnd(lost, of: id, on: fresh)
    try fresh.close()
  }

  /// More changes than one start and one run make; the sweep ends behind the last.
  private static let most = 60

  /// Lets the program die at its first change of a run's files, then at its second, and so on, until it lives.
  private static func sweep(
    _ effect: FaultRule.Effect, role: FaultRule.Role, _ stage: inout Self,
    _ play: (FaultRule, inout Self) throws -> Void
  ) throws {
    for number in 0..<most {
      let before = stage.home.hitCount()
      try play(
        FaultRule(effect, [.change], role: role, path: stage.file("*"), skip: number, count: 1), &stage)
      // What is wrong at two places is wrong at more, and a record that is stuck takes its time.
      if stage.home.hitCount() == before || stage.tally.violations.count >= 2 { return }
    }
    stage.violate(.badServers, "it made more than \(most) changes")
  }

  private static func supervisorDies(_ rule: FaultRule, _ stage: inout Self) throws {
    let server = try stage.server([rule])
    let answer = try stage.start(on: server)
    guard let id = answer["process_id"]?.string, let runID = RunID(id) else {
      return stage.violate(.badServers, answer.text)
    }
    if let end = try stage.end(of: id, on: server, within: settling) {
      // What lies on the disk is the truth, whatever the supervisor was doing.
      let record = try HomeDirectory(path: stage.home.home).directory(of: runID).exitRecord()
      let wanted = record == nil ? lost : rightEnd
      if stage.verdict(end) != wanted {
        stage.violate(.wrongVerdicts, "\(rule.line): \(stage.verdict(end)) instead of \(wanted)")
      }
      try stage.expectEnd(wanted, of: id, on: server)
    }
    try server.close()
  }

  private static func serverDies(_ rule: FaultRule, _ stage: inout Self) throws {
    let known = Set(stage.home.runDirectoryNames())
    let server = try stage.server([rule])
    let call = try server.sendCall("train_start", stage.startArguments(detach: true))
    _ = try server.answer(to: call, until: Conversation.deadline())
    try server.close()
    let fresh = try stage.server()
    for name in Set(stage.home.runDirectoryNames()).subtracting(known) {
      // A run without a whole first file was never answered, and nobody can know of it.
      if try fresh.call("train_status", ["process_id": .string(name)]).isError { continue }
      guard let end = try stage.end(of: name, on: fresh, within: settling) else { continue }
      let said = stage.verdict(end)
      if said != lost, said != rightEnd {
        stage.violate(.wrongVerdicts, "\(rule.line): \(said)")
      }
    }
    try fresh.close()
  }
}
