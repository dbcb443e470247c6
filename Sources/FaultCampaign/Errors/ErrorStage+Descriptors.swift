internal import JSON
internal import TrainingModel
internal import TranscriptReplay

/// A server that really has no descriptors left.
extension ErrorStage {
  static let descriptors: [Case<ErrorStage>] = [
    Case("descriptors: runs are started until there are none left") { stage in
      stage.usesRules = false
      let server = try stage.server(prelude: "ulimit -n 24;")
      var ids: [String] = []
      var refusal: ToolAnswer?
      while refusal == nil, ids.count < 30 {
        let answer = try stage.start(on: server, seconds: 20)
        if let id = answer["process_id"]?.string { ids.append(id) } else { refusal = answer }
      }
      guard let refusal else { return stage.violate(.badServers, "there was always one more") }
      stage.expectError(naming: .tooManyFiles, refusal)
      if stage.home.runDirectoryNames().count != ids.count { stage.violate(.leftovers, refusal.text) }
      for id in ids {
        let answer = try server.call("train_status", ["process_id": .string(id)])
        if stage.verdict(answer).status != .running { stage.violate(.wrongVerdicts, answer.text) }
      }
      try server.close()
      let fresh = try stage.server()
      for id in ids {
        guard let end = try stage.end(of: id, on: fresh) else { continue }
        if stage.verdict(end) != Verdict(.killed, .serverShutdown, signal: "SIGTERM") {
          stage.violate(.wrongVerdicts, end.text)
        }
      }
      try fresh.close()
    }
  ]
}
