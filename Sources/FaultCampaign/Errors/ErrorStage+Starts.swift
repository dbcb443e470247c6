internal import JSON
internal import TranscriptReplay

/// The files or the process of a new run cannot be made.
extension ErrorStage {
  static let starts: [Case<ErrorStage>] = [
    named("mkdir of the run", .mkdir, .noSpace) { $0.anyRun },
    named("mkdir of the run", .mkdir, .readOnly) { $0.anyRun },
    named("mkdir of runs", .mkdir, .noSpace) { "\($0.home.home)/runs" },
    named("open of run.json", .open, .noSpace) { $0.file("run.json.new") },
    named("open of run.json", .open, .tooManyFiles) { $0.file("run.json.new") },
    named("write of run.json", .write, .noSpace) { $0.file("run.json.new") },
    named("write of run.json", .write, .inputOutput) { $0.file("run.json.new") },
    named("rename of run.json", .rename, .noSpace) { $0.file("run.json") },
    named("rename of the run to its name", .rename, .noSpace) { $0.anyRun },
    named("open of the lock", .open, .inputOutput) { $0.file("lock") },
    named("flock of the lock", .flock, .noLocks) { $0.file("lock") },
    named("fork", .fork, .tryAgain) { _ in nil },
    Case("start: the disk is full behind the first half of run.json") { stage in
      let path = stage.file("run.json.new")
      try expectError(
        .noSpace,
        [
          FaultRule(.shortWrite, [.write], role: .serve, path: path, count: 1),
          FaultRule(.failure(.noSpace), [.write], role: .serve, path: path, skip: 1, count: 1),
        ], &stage)
    },
    Case("start: no descriptor for any of the pipes") { stage in
      try eachOne(.pipe, most: 8, &stage)
    },
    Case("start: no descriptor for any of the files") { stage in
      try eachOne(.open, most: 14, &stage)
    },
  ]

  private static func named(
    _ what: String, _ call: FaultRule.Call, _ error: ErrorNumber,
    _ path: @escaping @Sendable (ErrorStage) -> String?
  ) -> Case<ErrorStage> {
    Case("start: \(what) fails with \(error.name)") { stage in
      let rule = FaultRule(.failure(error), [call], role: .serve, path: path(stage), count: 1)
      try expectError(error, [rule], &stage)
    }
  }

  /// The start is refused with an error that names the cause, nothing is left, and the next one succeeds.
  private static func expectError(
    _ error: ErrorNumber, _ rules: [FaultRule], _ stage: inout Self
  ) throws {
    let server = try stage.server(rules)
    let answer = try stage.start(on: server)
    stage.expectError(naming: error, answer)
    stage.expectNothingLeft(after: answer)
    try stage.expectGoesOn(server)
    try server.close()
  }

  /// Lets the first call of a server fail, then the second, …: those of its own start end it, those of a run's start
  /// are errors.
  private static func eachOne(_ call: FaultRule.Call, most: Int, _ stage: inout Self) throws {
    for number in 0..<most {
      let rule = FaultRule(
        .failure(.tooManyFiles), [call], role: .serve, skip: number, count: 1)
      let known = stage.home.runDirectoryNames()
      let hits = stage.home.hitCount()
      let server: Conversation
      // A server that cannot even start says so on standard error, and is none of this.
      do throws(ServerError) { server = try stage.server([rule]) } catch { continue }
      let answer = try stage.start(on: server)
      if answer.isError, answer["process_id"] == nil {
        stage.expectError(naming: .tooManyFiles, answer)
        if stage.home.runDirectoryNames().count != known.count { stage.violate(.leftovers, answer.text) }
      } else if let id = answer["process_id"]?.string {
        try stage.expectEnd(rightEnd, of: id, on: server)
      }
      // A fault that the first start has not met would be met by the second.
      if stage.home.hitCount() > hits { try stage.expectGoesOn(server) }
      try server.close()
    }
  }
}
