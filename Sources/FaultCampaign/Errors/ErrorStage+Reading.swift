internal import JSON
internal import TrainingModel
internal import TranscriptReplay

/// A server cannot look, or may not change anything: what it cannot know it must not make up.
extension ErrorStage {
  static let reading: [Case<ErrorStage>] = [
    Case("reading: everything below the home is read-only") { stage in
      try readOnlyHome(&stage)
    },
    living("flock of the lock of a living run", .flock, .noLocks, file: "lock"),
    living("open of the lock of a living run", .open, .tooManyFiles, file: "lock"),
    living("open of the lock of a living run", .open, .inputOutput, file: "lock"),
    living("open of process.json of a living run", .open, .tooManyFiles, file: "process.json"),
    living("open of run.json of a living run", .open, .tooManyFiles, file: "run.json"),
  ]

  private static func readOnlyHome(_ stage: inout Self) throws {
    let first = try stage.server()
    let ended = try stage.start(on: first)["process_id"]?.string ?? ""
    _ = try stage.end(of: ended, on: first)
    let living = try stage.start(on: first, seconds: 20, detach: true)["process_id"]?.string ?? ""
    let below = ["/*", "/*/*", "/*/*/*"].map { pattern in
      FaultRule(.failure(.readOnly), [.change], role: .any, path: stage.home.home + pattern)
    }
    let server = try stage.server(below)
    let status = try server.call("train_status", ["process_id": .string(ended)])
    if stage.verdict(status) != rightEnd { stage.violate(.wrongVerdicts, status.text) }
    let running = try server.call("train_status", ["process_id": .string(living)])
    if stage.verdict(running).status != .running { stage.violate(.wrongVerdicts, running.text) }
    let before = stage.home.runDirectoryNames()
    stage.expectError(naming: .readOnly, try stage.start(on: server))
    if stage.home.runDirectoryNames() != before {
      stage.violate(.leftovers, "a run of the start that failed")
    }
    let list = try server.call("train_status", ["action": "list"])
    if list["counts"] != ["failed": 1, "running": 1] { stage.violate(.wrongVerdicts, list.text) }
    try server.close()
    try kill(living, on: first, &stage)
  }

  /// A run lives; another server, whose look at it fails, must not say that it has ended, nor end it.
  private static func living(
    _ what: String, _ call: FaultRule.Call, _ error: ErrorNumber, file: String
  ) -> Case<ErrorStage> {
    Case("reading: \(what) fails with \(error.name)") { stage in
      let first = try stage.server()
      let id = try stage.start(on: first, seconds: 20)["process_id"]?.string ?? ""
      let server = try stage.server([
        FaultRule(.failure(error), [call], role: .serve, path: stage.file(file))
      ])
      let answer = try server.call("train_status", ["process_id": .string(id)])
      if stage.verdict(answer).status?.isEnded == true { stage.violate(.falselyLost, answer.text) }
      let list = try server.call("train_status", ["action": "list", "status": "failed"])
      if list["processes"]?.array?.isEmpty == false { stage.violate(.falselyLost, list.text) }
      try server.close()
      try kill(id, on: first, &stage)
    }
  }

  /// Ends a run through the server that started it, which must know it as alive.
  private static func kill(_ id: String, on server: Conversation, _ stage: inout Self) throws {
    let killed = try server.call("train_status", ["action": "kill", "process_id": .string(id)], waiting: 45)
    let wanted = Verdict(.killed, .killRequested, signal: "SIGTERM")
    if stage.verdict(killed) != wanted { stage.violate(.wrongVerdicts, killed.text) }
    try server.close()
  }
}
