import LogReading
import RunHistory
import Testing
import TrainingModel

/// Runs to put into a history.
enum Examples {
  static let created = Timestamp(nanoseconds: 1_763_696_400_123_456_789)

  static func later(_ seconds: Int64) -> Timestamp {
    Timestamp(nanoseconds: created.nanoseconds + seconds * 1_000_000_000)
  }

  static func id(_ number: Int) throws -> RunID {
    let digits = String(number)
    return try #require(RunID("train-\(String(repeating: "0", count: 5 - digits.count))\(digits)"))
  }

  static func specification(
    _ number: Int, key: String? = nil, tags: [String: String] = [:]
  ) throws -> RunSpecification {
    RunSpecification(
      id: try id(number), command: ["python3", "train.py"], workingDirectory: "/home/me",
      name: "run \(number)",
      tags: tags, environmentNames: ["A"], maximumRuntime: 10.5, idempotencyKey: key,
      createdAt: later(Int64(number)))
  }

  static let process = StartedProcess(
    identity: ProcessIdentity(pid: 4242, startTime: 77), startedAt: later(1),
    supervisor: ProcessIdentity(pid: 4241, startTime: 76))

  static let exit = ExitRecord(
    outcome: .exited(code: 3), startedAt: later(1), endedAt: later(60), duration: 59.000000001,
    resources: ResourceUse(maximumResidentBytes: 1 << 30, cpuSeconds: 58.25), leftovers: ["python3"],
    outOfMemoryKills: 1)

  /// A conclusion with everything in it.
  static let conclusion = RunConclusion(
    log: picture, logSize: 12345,
    errorSummary: ErrorSummary(
      failureType: .cudaOutOfMemory, message: "CUDA out of memory", suggestions: ["Smaller batches.", "ü"],
      evidence: [.init(offset: 0, text: "line"), .init(offset: 1 << 40, text: "")], confidence: .medium,
      location: "train.py:12", retry: .uselessUnchanged),
    warnings: [
      RunWarning(.leftoverProcesses, "Left over.", evidence: "python3"), RunWarning(.notVerified, "Not."),
    ])

  static let picture: LogPicture = {
    var reader = LogReader()
    let log = """
      {"event":"progress","epoch":1.5,"total_epochs":3,"step":7,"total_steps":9,"percent":50,"eta_s":0.1,\
      "metrics":{"loss":"nan","acc":0.25}}
      {"event":"stage","name":"tune"}
      {"event":"artifact","path":"a.pt"}
      {"event":"training_error","error_type":"E","error_message":"m","traceback":"t\\nu","phase":"p"}
      {"event":"training_end"}

      """
    _ = reader.consume(Array(log.utf8)[...])
    return reader.picture
  }()
}
