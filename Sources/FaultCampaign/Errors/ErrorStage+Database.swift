internal import JSON
internal import Platform
internal import RunStore
internal import TranscriptReplay

/// The history cannot be written, or its writer dies in the middle: runs start and end all the same.
extension ErrorStage {
  static let database: [Case<ErrorStage>] =
    [
      (.write, .noSpace), (.write, .inputOutput), (.fsync, .inputOutput), (.truncate, .inputOutput),
      (.open, .readOnly), (.open, .tooManyFiles),
    ].map { (call: FaultRule.Call, error: ErrorNumber) in
      Case("history: \(call.rawValue) fails with \(error.name) for ever") { stage in
        try neverWritten(FaultRule(.failure(error), [call], role: .serve, path: stage.history), &stage)
      }
    } + [
      Case("history: the disk is full for the first ten writes") { stage in
        let rule = FaultRule(.failure(.noSpace), [.write], role: .serve, path: stage.history, count: 10)
        try neverWritten(rule, &stage)
      },
      Case("history: a server dies before each third of its changes") { try dies(.killBefore, &$0) },
      Case("history: a server dies behind each third of its changes") { try dies(.killAfter, &$0) },
    ]

  private static func neverWritten(_ rule: FaultRule, _ stage: inout Self) throws {
    let server = try stage.server([rule])
    for _ in 1...2 { try stage.expectGoesOn(server) }
    try server.close()
    stage.expectSoundDatabases()
  }

  /// More changes than the making of a history and one run bring about.
  private static let most = 300

  private static func dies(_ effect: FaultRule.Effect, _ stage: inout Self) throws {
    for number in stride(from: 0, to: most, by: 3) {
      let before = stage.home.hitCount()
      let rule = FaultRule(
        effect, [.change], role: .serve, path: stage.history, skip: number, count: 1)
      try dieOnce(rule, &stage)
      if stage.home.hitCount() == before || stage.tally.violations.count >= 2 { return }
      // A new one each time, since making it is half of the work, and of the same few runs: else it would be made of
      // more and more.
      for path in stage.home.databaseFiles() { try FileSystem.removeTree(path) }
      for run in stage.home.runs() { try FileSystem.removeTree(run.directory.path) }
    }
    stage.violate(.badServers, "it made more than \(most) changes")
  }

  private static func dieOnce(_ rule: FaultRule, _ stage: inout Self) throws {
    let known = Set(stage.home.runs().map(\.id))
    do throws(ServerError) {
      let server = try stage.server([rule])
      let call = try server.sendCall("train_start", stage.startArguments(detach: true))
      _ = try server.answer(to: call, until: Conversation.deadline())
      try server.close()
    } catch {
      // It died before it had said all that it had to say, as it should: what it left is looked at by the next.
      if case .nonsense = error { throw error }
    }
    let fresh = try stage.server()
    for run in stage.home.runs(except: known) {
      guard let end = try stage.end(of: run.id, on: fresh, within: settling) else { continue }
      let wanted = FileSystem.kind(of: run.directory.exitPath) == nil ? lost : rightEnd
      if stage.verdict(end) != wanted {
        stage.violate(.wrongVerdicts, "\(rule.line): \(stage.verdict(end)) instead of \(wanted)")
      }
    }
    try fresh.close()
    stage.expectSoundDatabases()
  }
}
