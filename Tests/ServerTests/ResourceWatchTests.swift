import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// What real trainings take of the machine, and what is said of it.
@Suite(.timeLimit(.minutes(10)), .blocking) struct ResourceWatchTests {
  /// A yard whose servers look at trainings so often; 0 for never.
  private func yard(
    interval: Double, environment: [String: String] = [:], companions: Int = Company.usualSize
  ) throws -> Yard {
    let yard = try Yard(environment: environment, companions: companions)
    let settings = #"{"health": {"interval_s": \#(interval)}}"#
    try FileSystem.replace(yard.home + "/settings.json", with: Array(settings.utf8), durable: false)
    return yard
  }

  private func warnings(_ yard: Yard, _ id: String) throws -> [JSONValue] {
    try yard.status("status", id)["warnings"]?.array ?? []
  }

  /// The step that a run has reached.
  private func step(_ yard: Yard, _ id: String) throws -> Int64 {
    try yard.status("status", id)["progress"]?["step"]?.integer ?? 0
  }

  @Test func aTrainingThatLeaksIsToldOnceAndKeepsIt() throws {
    let yard = try yard(interval: 0.05)
    let id = try yard.startRun(Yard.trainer("leaks_memory"))
    try blockUntil("memory climbs", within: 60) { try !warnings(yard, id).isEmpty }
    let warning = try #require(try warnings(yard, id).first)
    #expect(warning["code"] == "memory_climbing")
    let evidence = try #require(warning["evidence"]?.string)
    #expect(evidence.contains("an hour; at that rate it reaches the "), "\(evidence)")
    _ = try yard.status("kill", id)
    let codes = try yard.end(of: id)["warnings"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes == ["memory_climbing"])
    yard.close()
  }

  @Test func whatOneServerHasSeenTheNextOneTells() throws {
    let yard = try yard(interval: 0.05)
    let id = try yard.startRun(Yard.trainer("leaks_memory"), ["detach": true])
    try blockUntil("memory climbs", within: 60) { try !warnings(yard, id).isEmpty }
    let evidence = try #require(try warnings(yard, id).first?["evidence"])
    // It looks no more, so that it has nothing of its own to tell.
    let settings = #"{"health": {"interval_s": 0}}"#
    try FileSystem.replace(yard.home + "/settings.json", with: Array(settings.utf8), durable: false)
    yard.close()
    let next = try Yard(sharing: yard)
    try blockUntil("it is known", within: 60) { try !warnings(next, id).isEmpty }
    #expect(try warnings(next, id).first?["evidence"] == evidence)
    _ = try next.status("kill", id, ["confirm": true])
    #expect(try next.end(of: id)["warnings"]?.array?.map { $0["evidence"] } == [evidence])
  }

  /// Each sees other figures, at other moments; told is what was seen first.
  @Test func serversThatLookAtTheSameRunTellTheSame() throws {
    let yard = try yard(interval: 0.05, companions: 0)
    let other = try Yard(sharing: yard)
    let id = try yard.startRun(Yard.trainer("leaks_memory"))
    for yard in [other, yard] {
      try blockUntil("memory climbs", within: 60) { try !warnings(yard, id).isEmpty }
    }
    #expect(try warnings(yard, id) == warnings(other, id))
    _ = try yard.status("kill", id)
    #expect(try yard.end(of: id)["warnings"] == other.end(of: id)["warnings"])
  }

  @Test func aCacheIsNoLeak() throws {
    let yard = try yard(interval: 0.05)
    let id = try yard.startRun(
      Yard.trainer("leaks_memory", "--cache-mb", "300", "--step-mb", "0"))
    // Past the time that a leak would have taken to be told.
    try blockUntil("it has trained for a while", within: 60) { try step(yard, id) > 160 }
    #expect(try warnings(yard, id) == [])
    _ = try yard.status("kill", id)
  }

  @Test func whereNobodyWantsItNobodyLooks() throws {
    let yard = try yard(interval: 0)
    let id = try yard.startRun(Yard.trainer("leaks_memory"))
    try blockUntil("it has trained for a while", within: 60) { try step(yard, id) > 160 }
    #expect(try warnings(yard, id) == [])
    _ = try yard.status("kill", id)
  }

  // MARK: GPUs

  /// Does `body` in a yard whose nvidia-smi is a script, which finds the run's pid in the file `pid` beside it.
  private func withGPUs(
    _ script: String, companions: Int = Company.usualSize, _ body: (Yard, ScratchDirectory) throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("nvidia-smi", "#!/bin/sh\ncd \(scratch.path)\n\(script)\n")
      _ = try await Program.run(
        ProgramLaunch(
          path: "/bin/chmod", arguments: ["chmod", "700", path], environment: .current, descriptors: []))
      let places = "\(scratch.path):" + ProgramSearch.searchPath(of: .current)
      try body(try yard(interval: 0.05, environment: ["PATH": places], companions: companions), scratch)
    }
  }

  /// A GPU of which a training holds memory, and how busy it is.
  private static func gpu(busy: String, held: String = "31000") -> String {
    """
    case "$1" in
    --query-gpu=index,uuid,utilization.gpu,memory.used,memory.total)
      echo "0, GPU-5c1d6b4e-1f5a-2a0c-9a3e-0d6f5b1c2e77, \(busy), \(held), 81559" ;;
    --query-compute-apps=gpu_uuid,pid,used_memory)
      if [ -s pid ]; then echo "GPU-5c1d6b4e-1f5a-2a0c-9a3e-0d6f5b1c2e77, $(cat pid), 30500"; fi ;;
    esac
    """
  }

  private static func steps(saying text: String = "") -> JSONValue {
    let code = """
      import time
      if '\(text)': print('\(text)', flush=True)
      for step in range(1, 20000):
        print(f'step {step}/20000 loss: {1 + 1 / step:.4f}', flush=True)
        time.sleep(0.05)
      """
    return ["python3", "-c", .string(code)]
  }

  private func pid(_ yard: Yard, _ id: String) throws -> Int64 {
    try #require(try yard.status("status", id)["pid"]?.integer)
  }

  @Test func aGPUThatIsHeldAndIdleIsTold() async throws {
    try await withGPUs(Self.gpu(busy: "1")) { yard, scratch in
      let id = try yard.startRun(Self.steps())
      try scratch.write("pid", "\(try pid(yard, id))")
      try blockUntil("its GPU idles", within: 60) { try !warnings(yard, id).isEmpty }
      let warning = try #require(try warnings(yard, id).first)
      #expect(warning["code"] == "gpu_idle")
      let evidence = try #require(warning["evidence"]?.string)
      let name = "GPU 0 (GPU-5c1d6b4e-1f5a-2a0c-9a3e-0d6f5b1c2e77)"
      #expect(evidence.hasPrefix("\(name): 1 % on average and 1 % at most in 20 looks "), "\(evidence)")
      #expect(evidence.contains("it holds 30500 MiB there; its progress moved "))
      _ = try yard.status("kill", id)
      #expect(try yard.end(of: id)["warnings"]?.array?.map { $0["code"] } == ["gpu_idle"])
    }
  }

  @Test func aGPUThatComputesIsFine() async throws {
    try await withGPUs("echo x >> asked; " + Self.gpu(busy: "87")) { yard, scratch in
      let id = try yard.startRun(Self.steps())
      try scratch.write("pid", "\(try pid(yard, id))")
      try blockUntil("it was asked often", within: 60) { try asked(scratch) > 60 }
      #expect(try warnings(yard, id) == [])
      _ = try yard.status("kill", id)
    }
  }

  @Test func whoSaysCUDAAndUsesNoneIsTold() async throws {
    try await withGPUs(Self.gpu(busy: "0", held: "4")) { yard, _ in
      let id = try yard.startRun(Self.steps(saying: "Using device: cuda:0"))
      try blockUntil("nobody uses the GPU", within: 60) { try !warnings(yard, id).isEmpty }
      let message = try #require(try warnings(yard, id).first?["message"]?.string)
      #expect(message.hasPrefix("It trains without a GPU, although its log says that it uses a GPU"))
      _ = try yard.status("kill", id)
    }
  }

  /// How often the script was asked that counts it.
  private func asked(_ scratch: ScratchDirectory) throws -> Int {
    guard FileSystem.kind(of: scratch.path("asked")) == .file else { return 0 }
    return try FileSystem.read(scratch.path("asked")).count { $0 == UInt8(ascii: "\n") }
  }

  @Test func whoFailsAgainAndAgainIsAskedNoMore() async throws {
    // By each server, so there is but one.
    let script = "echo x >> asked; echo 'No devices were found'; exit 6"
    try await withGPUs(script, companions: 0) { yard, scratch in
      let id = try yard.startRun(Self.steps())
      try blockUntil("it was asked three times") { try asked(scratch) == 3 }
      let before = try step(yard, id)
      try blockUntil("it trains on") { try step(yard, id) > before + 40 }
      #expect(try asked(scratch) == 3)
      _ = try yard.status("kill", id)
      #expect(try yard.complaints() == "")
    }
  }

  @Test func whoHangsHurtsNothing() async throws {
    try await withGPUs("echo x >> asked; exec sleep 600") { yard, scratch in
      let id = try yard.startRun(Yard.trainer("leaks_memory"))
      // By each server that follows the run.
      try blockUntil("it was asked") { try asked(scratch) >= 1 }
      try blockUntil("memory is looked at all the same", within: 60) { try !warnings(yard, id).isEmpty }
      #expect(try warnings(yard, id).first?["code"] == "memory_climbing")
      yard.close()
      yard.expectNobodyLeft()
    }
  }
}
