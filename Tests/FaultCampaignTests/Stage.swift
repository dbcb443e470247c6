import FaultCampaign
import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A home and what the tests need to start servers on it, faults included.
struct Stage {
  let home: CampaignHome
  let tools: CampaignTools

  /// Runs `body` with a home of its own, which is gone afterwards with all that runs in it.
  static func with<Result>(_ body: (Stage) throws -> Result) throws -> Result {
    BrokenPipe.ignoreSignal()
    let stage = Stage(home: try CampaignHome(prefix: "faults-"), tools: try tools())
    defer { stage.home.remove() }
    return try body(stage)
  }

  /// The program and the library that were built with the tests.
  static func tools(seed: UInt64 = 1, seconds: Double = 600) throws -> CampaignTools {
    let server: String = try #require(BuiltProduct.path("signalbox"))
    let library: String = try #require(BuiltProduct.path("libFaultInjection.so"))
    return CampaignTools(
      server: server, faultLibrary: library, seed: seed, seconds: seconds, precision: .besideOthers,
      keepsHomes: false, databaseCheck: DatabaseIntegrity.problem)
  }

  func server(_ rules: [FaultRule] = [], trace: FaultPlan.Trace? = nil, clock: String? = nil) throws
    -> Conversation
  {
    try Conversation(on: home, tools, faults: FaultPlan(rules, trace: trace, clock: clock))
  }

  func start(_ script: String, on server: Conversation, _ more: JSONObject = [:]) throws -> ToolAnswer {
    var arguments: JSONObject = ["command": ["/bin/sh", "-c", .string(script)], "wait": 10]
    for member in more.members { arguments[member.name] = member.value }
    return try server.call("train_start", arguments, waiting: 10)
  }

  func trace() throws -> [TraceRecord] { try TraceReader.records(in: FileSystem.read(home.path + "/trace")) }
}
