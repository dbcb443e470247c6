import Platform
import RunStore
import Testing
import TrainingModel

/// Runs as servers and supervisors leave them in a home.
extension HomeDirectory {
  private static let created = Timestamp(nanoseconds: 1_763_696_400_000_000_000)

  /// The name of an example; the larger the number, the newer.
  static func exampleID(_ number: Int) throws -> RunID {
    let digits = String(number)
    return try #require(RunID("train-\(String(repeating: "0", count: 5 - digits.count))\(digits)"))
  }

  /// Makes a run that has a log and nothing else: nobody holds its lock.
  @discardableResult
  func makeExample(
    _ number: Int, log: String = "", tags: [String: String] = [:], onStall: StallResponse = .warn
  ) throws -> RunDirectory {
    let id = try Self.exampleID(number)
    let draft = try makeDraft(of: id)
    try draft.write(
      RunSpecification(
        id: id, command: ["python3", "train.py"], workingDirectory: "/", tags: tags, onStall: onStall,
        createdAt: Timestamp(nanoseconds: Self.created.nanoseconds + Int64(number) * 1_000_000_000)))
    try FileSystem.replace(draft.logPath, with: Array(log.utf8), durable: false)
    return try publish(draft, as: id)
  }

  /// Makes a run that has ended.
  @discardableResult
  func makeEndedExample(_ number: Int, log: String = "", code: Int32 = 0) throws -> RunDirectory {
    let directory = try makeExample(number, log: log)
    try directory.endExample(code: code)
    return directory
  }
}

extension RunDirectory {
  var exampleProcess: StartedProcess {
    get throws {
      StartedProcess(
        identity: ProcessIdentity(pid: 4_000_000, startTime: 1),
        startedAt: try specification().createdAt, startedMonotonic: SystemClock.monotonic().nanoseconds)
    }
  }

  /// The training's process runs, as far as its supervisor says.
  func startExample() throws { try write(exampleProcess) }

  /// The training has ended, as far as its supervisor says.
  func endExample(code: Int32 = 0) throws {
    let start = try specification().createdAt
    try write(
      ExitRecord(
        outcome: .exited(code: code), startedAt: start,
        endedAt: Timestamp(nanoseconds: start.nanoseconds + 500_000_000), duration: 0.5))
  }

  /// What a training prints in some epochs: the loss of each is one over its number.
  static func epochs(_ epochs: ClosedRange<Int>) -> String {
    epochs.map { "Epoch \($0)/1000 - loss: \(1 / Double($0))\n" }.joined()
  }

  /// Writes more into the log, as the training does.
  func log(_ text: String) throws {
    try FileDescriptor.open(logPath, .appending).write(Array(text.utf8))
  }
}
