import JSON
import Platform
import RunStore
import TestSupport
import Testing
import TrainingModel

/// What is written into a run's directory is read back, by this program and by every later one.
@Suite struct RunDirectoryTests {
  private static let id = "train-20261121T034000-abcdefghijklmnopqrstuvwxyz"

  private static let start = Timestamp(nanoseconds: 1_763_696_400_223_456_789)

  private func specification() throws -> RunSpecification {
    RunSpecification(
      id: try #require(RunID(Self.id)), command: ["python3", "train.py", "--lr", "1e-3"],
      workingDirectory: "/home/me/project", name: "baseline", tags: ["experiment": "lr", "owner": "ü"],
      environmentNames: ["CUDA_VISIBLE_DEVICES"], startupTimeout: 300, maximumRuntime: 3600.5, grace: 10,
      detach: true, idempotencyKey: "k-1", createdAt: Timestamp(nanoseconds: 1_763_696_400_123_456_789))
  }

  private static let process = StartedProcess(
    identity: ProcessIdentity(pid: 4242, startTime: 18_446_744_073_709), startedAt: start,
    supervisor: ProcessIdentity(pid: 4241, startTime: 18_446_744_073_708))

  private static func record(_ outcome: RunOutcome) -> ExitRecord {
    ExitRecord(
      outcome: outcome, startedAt: start, endedAt: Timestamp(nanoseconds: start.nanoseconds + 60_000_000_001),
      duration: 60.000000001, resources: ResourceUse(maximumResidentBytes: 1 << 30, cpuSeconds: 58.25),
      leftovers: ["python3 (pid 4250)"], outOfMemoryKills: 1)
  }

  @Test func whatWasAskedForIsReadBack() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      try directory.write(try specification())
      #expect(try directory.specification() == specification())
      try directory.write(Self.process)
      #expect(try directory.process() == Self.process)
    }
  }

  @Test(arguments: StallResponse.allCases)
  func whatBecomesOfAStallIsReadBack(response: StallResponse) async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      try directory.write(
        RunSpecification(
          id: try #require(RunID(Self.id)), command: ["true"], workingDirectory: "/",
          stallAfter: response == .stop ? 90 : nil, onStall: response,
          createdAt: Self.start))
      #expect(try directory.specification().onStall == response)
      #expect(try directory.specification().stallAfter == (response == .stop ? 90 : nil))
    }
  }

  @Test(arguments: [nil, 1, 2 << 30] as [Int64?])
  func theCapOfTheLogIsReadBack(bytes: Int64?) async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      try directory.write(
        RunSpecification(
          id: try #require(RunID(Self.id)), command: ["true"], workingDirectory: "/", maximumLogBytes: bytes,
          createdAt: Self.start))
      #expect(try directory.specification().maximumLogBytes == bytes)
    }
  }

  @Test(arguments: [
    LogGap(dropped: 262_144..<(5 << 40)), LogGap(dropped: 0..<0, problem: "fallocate: \"no\""),
    LogGap(dropped: 7..<9, problem: "later"),
  ])
  func theGapOfALogIsReadBack(gap: LogGap) async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      #expect(try directory.logGap() == .none, "nothing was dropped yet")
      try directory.write(gap)
      #expect(try directory.logGap() == gap)
      #expect(try scratch.entries() == ["gap.json"])
    }
  }

  @Test(arguments: [
    (#"{"version":1,"from":3}"#, "'to' is missing"), (#"{"version":1,"to":3}"#, "'from' is missing"),
    (#"{"version":1,"from":4,"to":3}"#, "'to' is not what it must be"),
    (#"{"version":1,"from":-1,"to":3}"#, "'from' is not what it must be"),
    (#"{"version":1,"from":1,"to":3,"problem":5}"#, "'problem' is not what it must be"),
  ])
  func aDamagedGapSaysWhatIsWrong(text: String, problem: String) async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("gap.json", text)
      let error = #expect(throws: RecordError.self) { try RunDirectory(path: scratch.path).logGap() }
      #expect(error?.path == path)
      #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
    }
  }

  @Test(arguments: [
    RunOutcome.exited(code: 0), .exited(code: 255),
    .failedToStart(StartFailure(problem: .directoryNotFound, message: "no \"such\" place")),
    .stopped(.killRequested, status: .exited(code: 0)), .stopped(.taskCancelled, status: .exited(code: 0)),
    .stopped(.serverShutdown, status: .signalled(.terminate)),
    .stopped(.timeLimit, status: .signalled(.kill)), .stopped(.stalled, status: .signalled(.kill)),
    .outOfMemory(status: .signalled(.kill)), .signalled(.segmentationFault), .lost,
  ])
  func everyOutcomeIsReadBack(outcome: RunOutcome) async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      #expect(try directory.exitRecord() == nil)
      try directory.write(Self.record(outcome))
      #expect(try directory.exitRecord() == Self.record(outcome))
      #expect(try scratch.entries() == ["exit.json"], "nothing is left beside it")
    }
  }

  // MARK: Records of earlier programs

  @Test func theFirstVersionIsReadForEver() async throws {
    let directory = RunDirectory(path: Repository.path("fixtures/records/v1"))
    #expect(try directory.specification() == specification())
    #expect(try directory.process() == Self.process)
    let signalled = try await read("exit-signalled.json")
    #expect(signalled.outcome == .signalled(.segmentationFault))
    #expect(signalled.endedAt == Timestamp(nanoseconds: 1_763_696_460_223_456_789))
    #expect(signalled.duration == 60.000000001)
    #expect(signalled.leftovers == ["python3 (pid 4250)"])
    #expect(signalled.outOfMemoryKills == 1)
    let unstarted = try await read("exit-failed-to-start.json")
    #expect(unstarted.startedAt == nil && unstarted.resources == nil)
    #expect(unstarted.outcome.endReason == .failedToStart)
    #expect(try directory.logGap() == LogGap(dropped: 262_144..<7_864_320))
    #expect(
      try await gap("gap-impossible.json")
        == LogGap(dropped: 0..<0, problem: "fallocate: Operation not supported"))
  }

  private func gap(_ name: String) async throws -> LogGap {
    try await ScratchDirectory.with { scratch in
      try scratch.write("gap.json", try Repository.text("fixtures/records/v1/\(name)"))
      return try RunDirectory(path: scratch.path).logGap()
    }
  }

  private func read(_ name: String) async throws -> ExitRecord {
    try await ScratchDirectory.with { scratch in
      _ = try scratch.write("exit.json", try Repository.text("fixtures/records/v1/\(name)"))
      return try #require(try RunDirectory(path: scratch.path).exitRecord())
    }
  }

  @Test(arguments: [
    ("{", "the text ends"), ("{}", "version"), (#"{"version":2,"end_reason":"exited"}"#, "version"),
    (#"{"version":1}"#, "'end_reason' is missing"),
    (#"{"version":1,"end_reason":"vanished"}"#, "'end_reason' is not what it must be"),
    (#"{"version":1,"end_reason":"exited","ended_at":1,"duration_s":0}"#, "'exit_code' is missing"),
    (#"{"version":1,"end_reason":"exited","exit_code":"0"}"#, "'exit_code' is not what it must be"),
    (#"{"version":1,"end_reason":"exited","exit_code":0,"ended_at":"now"}"#, "'ended_at'"),
  ])
  func aDamagedRecordSaysWhatIsWrong(text: String, problem: String) async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("exit.json", text)
      do throws(RecordError) {
        _ = try RunDirectory(path: scratch.path).exitRecord()
        Issue.record("it was read")
      } catch {
        #expect(error.path == path)
        #expect(error.problem.contains(problem), "\(error)")
      }
    }
  }

  @Test func whatALaterProgramAddsIsPassedOver() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      for (name, fixture) in [
        ("run.json", "run.json"), ("process.json", "process.json"), ("exit.json", "exit-signalled.json"),
      ] {
        let text = try Repository.text("fixtures/records/v1/\(fixture)")
        let added = #"{"added_later":{"a":[1]},"# + text.drop { $0 != "{" }.dropFirst()
        try scratch.write(name, added)
      }
      #expect(try directory.specification() == specification())
      #expect(try directory.process() == Self.process)
      #expect(try directory.exitRecord()?.outcome == .signalled(.segmentationFault))
    }
  }

  /// The record of a specification with one of its members replaced, or taken out.
  @Test(
    arguments: [
      ("process_id", nil, "missing"), ("process_id", #""../../etc""#, "not what"),
      ("command", nil, "missing"),
      ("command", "[]", "not what"), ("command", #"["a",1]"#, "not what"), ("command", #""a b""#, "not what"),
      ("cwd", "1", "not what"), ("tags", #"{"a":1}"#, "not what"), ("tags", "[]", "not what"),
      ("startup_timeout", nil, "missing"), ("max_runtime", #""x""#, "not what"), ("grace", "null", "missing"),
      ("on_stall", #""restart""#, "not what"),
      ("detach", "0", "not what"), ("created_at", "1.5", "not what"), ("name", "5", "not what"),
      ("max_log_bytes", "0", "not what"), ("max_log_bytes", #""2 GiB""#, "not what"),
      ("env_names", "{}", "not what"), ("idempotency_key", "false", "not what"),
    ] as [(String, String?, String)])
  func aDamagedSpecificationSaysWhichMember(name: String, value: String?, words: String) async throws {
    try await ScratchDirectory.with { scratch in
      var json = try #require(
        try JSONParser.parse(try Repository.text("fixtures/records/v1/run.json")).object)
      json[name] = try value.map { try JSONParser.parse($0) }
      let path = try scratch.write("run.json", JSONWriter.text(.object(json)))
      let error = #expect(throws: RecordError.self) {
        try RunDirectory(path: scratch.path).specification()
      }
      #expect(error?.path == path)
      #expect(
        error?.problem.hasPrefix("the member '\(name)' is \(words)") == true, "\(String(describing: error))")
    }
  }

  @Test func whatIsNotThereIsSaid() async throws {
    try await ScratchDirectory.with { scratch in
      let directory = RunDirectory(path: scratch.path)
      #expect(try directory.process() == nil)
      let error = #expect(throws: RecordError.self) { try directory.specification() }
      #expect(error?.description == "\(scratch.path)/run.json: there is no such file")
      try FileSystem.makeDirectory(directory.exitPath)
      let other = #expect(throws: RecordError.self) { try directory.exitRecord() }
      #expect(other?.problem == "Is a directory")
    }
  }
}
