import JSON
import LogReading
import Testing
import TrainingModel

@testable import TrainingService

extension RunForms {
  /// Forms that tell nothing but which run it is.
  static let bare = RunForms(
    picture: { _ in [:] }, summary: { RunSummary($0, record: [:], line: $0.id.rawValue) })
}

extension RunPicture {
  /// All that it tells.
  var everything: String {
    var text = ""
    dump(self, to: &text)
    return text
  }
}

/// Pictures for tests.
enum Pictures {
  /// A run that trained for a second and exited with 0.
  static func ended(_ id: String) throws -> RunPicture {
    let created = Timestamp(nanoseconds: 1_763_696_400_000_000_000)
    return RunPicture(
      specification: RunSpecification(
        id: try #require(RunID(id)), command: ["true"], workingDirectory: "/", createdAt: created),
      command: ["true"],
      state: .ended(ExitRecord(outcome: .exited(code: 0), startedAt: created, endedAt: created, duration: 1)),
      phase: nil, process: nil, trainingStartedAt: nil, startedAfter: nil, duration: 1, timeLeft: nil,
      log: LogPicture(), code: nil,
      logPath: "/log", logSize: 0, errorSummary: nil, warnings: [])
  }
}
