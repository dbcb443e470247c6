internal import JSON
internal import TrainingModel
internal import TranscriptReplay

/// A supervisor cannot make what it needs before the training runs: that is a start that fails and says why, or one
/// that succeeds all the same, but never a run that is lost.
extension ErrorStage {
  static let supervisors: [Case<ErrorStage>] = [
    told("flock of the lock", .flock, .noLocks) { $0.file("lock") },
    told("open of the lock", .open, .noSpace) { $0.file("lock") },
    told("mkfifo of control", .mkfifo, .noSpace) { $0.file("control") },
    told("open of the log", .open, .noSpace) { $0.file("log") },
    told("open of process.json", .open, .noSpace) { $0.file("process.json.new") },
    told("write of process.json", .write, .noSpace) { $0.file("process.json.new") },
    told("rename of process.json", .rename, .noSpace) { $0.file("process.json") },
    told("its first pipe", .pipe, .tooManyFiles) { _ in nil },
    told("fork of the training", .fork, .tryAgain, skip: 1) { _ in nil },
    told("its own fork", .fork, .tryAgain) { _ in nil },
  ]

  private static func told(
    _ what: String, _ call: FaultRule.Call, _ error: ErrorNumber, skip: Int = 0,
    _ path: @escaping @Sendable (ErrorStage) -> String?
  ) -> Case<ErrorStage> {
    Case("supervisor: \(what) fails with \(error.name)") { stage in
      // Whoever takes the lock: a rule for a file that both may make is for both.
      let role: FaultRule.Role = path(stage) == nil ? .supervise : .any
      let rule = FaultRule(.failure(error), [call], role: role, path: path(stage), skip: skip)
      let server = try stage.server([rule])
      let answer = try stage.start(on: server)
      guard let id = answer["process_id"]?.string else {
        stage.expectError(naming: error, answer)
        stage.expectNothingLeft(after: answer)
        try server.close()
        return
      }
      guard let end = try stage.end(of: id, on: server, within: settling) else { return }
      switch stage.verdict(end).reason {
      case .failedToStart: stage.expectError(naming: error, answer)
      case .exited: try stage.expectEnd(rightEnd, of: id, on: server)
      default: stage.violate(.falselyLost, end.text)
      }
      try server.close()
    }
  }
}
