internal import JSON
internal import TranscriptReplay

/// The exit record cannot be written, for a moment or for good.
extension ErrorStage {
  static let exitRecord = transient + permanent

  private static let transient: [Case<ErrorStage>] =
    [
      (.open, .noSpace), (.open, .tooManyFiles), (.open, .readOnly), (.write, .noSpace),
      (.write, .inputOutput),
      (.fsync, .noSpace), (.fsync, .inputOutput), (.rename, .noSpace), (.rename, .inputOutput),
    ].map { (call: FaultRule.Call, error: ErrorNumber) in
      Case("exit record: \(call.rawValue) fails with \(error.name) three times") { stage in
        let path = stage.file(call == .rename ? "exit.json" : "exit.json.new")
        let rule = FaultRule(.failure(error), [call], role: .supervise, path: path, count: 3)
        try expect(rightEnd, [rule], &stage)
      }
    } + [
      Case("exit record: fsync of the directory fails with EIO") { stage in
        let rule = FaultRule(
          .failure(.inputOutput), [.fsync], role: .supervise, path: stage.anyRun, count: 1)
        try expect(rightEnd, [rule], &stage)
      },
      Case("exit record: a write is cut short") { stage in
        let rule = FaultRule(
          .shortWrite, [.write], role: .supervise, path: stage.file("exit.json.new"), count: 1)
        try expect(rightEnd, [rule], &stage)
      },
    ]

  private static let permanent: [Case<ErrorStage>] =
    [
      (.open, .readOnly), (.write, .noSpace), (.fsync, .inputOutput), (.rename, .noSpace),
    ].map { (call: FaultRule.Call, error: ErrorNumber) in
      Case("exit record: \(call.rawValue) fails with \(error.name) for ever") { stage in
        let path = stage.file(call == .rename ? "exit.json" : "exit.json.new")
        try expect(lost, [FaultRule(.failure(error), [call], role: .supervise, path: path)], &stage)
      }
    } + [
      Case("exit record: the disk is full behind its first half") { stage in
        let path = stage.file("exit.json.new")
        let rules = [
          FaultRule(.shortWrite, [.write], role: .supervise, path: path),
          FaultRule(.failure(.noSpace), [.write], role: .supervise, path: path, skip: 1),
        ]
        try expect(lost, rules, &stage)
      }
    ]

  @Sendable private static func expect(
    _ verdict: Verdict, _ rules: [FaultRule], _ stage: inout Self
  ) throws {
    let server = try stage.server(rules)
    let answer = try stage.start(on: server)
    guard let id = answer["process_id"]?.string else { return stage.violate(.badServers, answer.text) }
    try stage.expectEnd(verdict, of: id, on: server)
    try server.close()
  }
}
