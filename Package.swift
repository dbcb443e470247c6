// swift-tools-version: 6.3
import PackageDescription

// One section a layer, lowest first. A target may import only what it lists here: CI builds with
// `--explicit-target-dependency-import-check error`, so a wrong import does not build.
// docs/ARCHITECTURE.md says what each target is for.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "Signalbox",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "signalbox", targets: ["signalbox"]),
    .executable(name: "fault-campaign", targets: ["fault-campaign"]),
    .executable(name: "fuzz", targets: ["fuzz"]),
    // Loaded before the C library into the program under test; linked to nothing.
    .library(name: "FaultInjection", type: .dynamic, targets: ["CFaultInjection"]),
  ],
  targets: [
    // 0: C, for what Swift cannot call or cannot hold.
    .target(name: "CPlatform", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]),
    .target(name: "CEmbeddedFiles"),
    .systemLibrary(
      name: "CSQLite", path: "Sources/CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),

    // 1: leaves. The system on one side, pure values on the other.
    layer("Platform", ["CPlatform"]),
    layer("EmbeddedFiles", ["CEmbeddedFiles"]),
    layer("JSON"),
    layer("CommandLineOptions"),
    layer("Digests"),
    layer("TrainingModel", ["Digests"]),
    layer("MetricCurves"),
    layer("LinePatterns"),
    layer("SQLite", ["CSQLite"]),

    // 2: one subject each.
    layer("JSONRPC", ["JSON"]),
    layer("Scheduling", ["TrainingModel"]),
    layer("TrainingModelJSON", ["JSON", "TrainingModel"]),

    // 3
    layer("TrainingHealth", ["JSON", "MetricCurves", "TrainingModel", "TrainingModelJSON"]),
    layer("RunStore", ["Digests", "JSON", "Platform", "Scheduling", "TrainingModel", "TrainingModelJSON"]),
    layer("ZoneInfo", ["Platform", "Scheduling"]),
    layer("StdioTransport", ["JSON", "JSONRPC", "Platform"]),
    layer("AgentProtocol", ["Digests", "JSON", "JSONRPC"]),
    layer("DemoTraining"),

    // 4: what is made of a log.
    layer("LogReading", ["JSON", "TrainingHealth", "TrainingModel"]),
    layer("Diagnosis", ["Digests", "LinePatterns", "LogReading", "TrainingModel"]),

    // 5: what works on the directories of runs.
    layer(
      "RunHistory",
      [
        "JSON", "LogReading", "MetricCurves", "Platform", "RunStore", "SQLite", "Scheduling",
        "TrainingHealth", "TrainingModel", "TrainingModelJSON",
      ]),
    layer("RunSupervisor", ["Digests", "JSON", "Platform", "RunStore", "Scheduling", "TrainingModel"]),

    // 6: the one owner of runs.
    layer(
      "TrainingService",
      [
        "Diagnosis", "JSON", "LinePatterns", "LogReading", "MetricCurves", "Platform", "RunHistory",
        "RunStore",
        "Scheduling", "TrainingHealth", "TrainingModel", "ZoneInfo",
      ]),
    layer("TranscriptReplay", ["JSON", "Platform"]),

    // 7: what the service knows, as a client reads it.
    layer(
      "TrainingAnswers",
      [
        "JSON", "LogReading", "MetricCurves", "Scheduling", "TrainingModel", "TrainingModelJSON",
        "TrainingService",
      ]),

    // 8: the only place that knows both the protocol and the service.
    layer(
      "TrainTools",
      [
        "AgentProtocol", "EmbeddedFiles", "JSON", "JSONRPC", "LogReading", "MetricCurves", "Scheduling",
        "TrainingModel", "TrainingAnswers", "TrainingModelJSON", "TrainingService", "ZoneInfo",
      ]),

    layer(
      "TrainPrompts",
      [
        "AgentProtocol", "EmbeddedFiles", "JSON", "Scheduling", "TrainingAnswers", "TrainingModel",
        "TrainingService",
      ]),

    // As well: what clients read and listen to.
    layer(
      "TrainResources",
      [
        "AgentProtocol", "JSON", "JSONRPC", "MetricCurves", "Scheduling", "TrainingAnswers", "TrainingModel",
        "TrainingService",
      ]),

    // What tests and proofs share; no product imports it.
    layer("TestSupport", ["CommandLineOptions", "Platform"]),

    // The proof that nothing is lost; no product imports it.
    .target(
      name: "CFaultInjection",
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror", "-fvisibility=hidden"])]),
    layer(
      "FaultCampaign",
      [
        "CommandLineOptions", "JSON", "Platform", "RunStore", "SQLite", "Scheduling", "TestSupport",
        "TrainingModel", "TranscriptReplay",
      ]),

    // The client that means no good; no product imports it.
    layer(
      "StdioFuzzing",
      [
        "AgentProtocol", "CommandLineOptions", "EmbeddedFiles", "JSON", "JSONRPC", "Platform", "TestSupport",
        "TranscriptReplay",
      ]),

    // 8: wiring.
    .executableTarget(
      name: "signalbox",
      dependencies: [
        "AgentProtocol", "CommandLineOptions", "DemoTraining", "Diagnosis", "EmbeddedFiles", "JSON",
        "JSONRPC",
        "LogReading", "Platform", "RunStore", "RunSupervisor", "StdioTransport", "TrainPrompts",
        "TrainResources",
        "TrainTools", "TrainingAnswers", "TrainingModel",
        "TrainingModelJSON", "TrainingService", "TranscriptReplay", "ZoneInfo",
      ],
      swiftSettings: settings,
      linkerSettings: [
        // With the runtime inside, all of its symbols would be searched at each start, and nobody loads anything that
        // needs them.
        .unsafeFlags(
          ["-Xlinker", "--no-export-dynamic"], .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "fault-campaign",
      dependencies: ["CommandLineOptions", "FaultCampaign", "Platform", "TestSupport"],
      swiftSettings: settings),
    .executableTarget(
      name: "fuzz", dependencies: ["Platform", "StdioFuzzing", "TestSupport"], swiftSettings: settings),
    tests(
      "ContractTests", ["EmbeddedFiles", "JSON", "Platform", "Scheduling", "TestSupport", "TrainingModel"]),
    tests(
      "StdioFuzzingTests",
      [
        "CommandLineOptions", "JSON", "JSONRPC", "Platform", "StdioFuzzing", "TestSupport", "fuzz",
        "signalbox",
      ]),
    tests("TrainingModelTests", ["TestSupport", "TrainingModel"]),
    tests(
      "RunHistoryTests",
      [
        "JSON", "LogReading", "MetricCurves", "Platform", "RunHistory", "RunStore", "SQLite", "Scheduling",
        "TestSupport", "TrainingModel",
      ]),
    tests("MetricCurvesTests", ["MetricCurves", "TestSupport"]),
    tests("TrainingHealthTests", ["TestSupport", "TrainingHealth", "TrainingModel"]),
    tests("SQLiteTests", ["Platform", "SQLite", "TestSupport"]),
    tests("SchedulingTests", ["JSON", "Platform", "Scheduling", "TestSupport", "TrainingModel", "ZoneInfo"]),
    tests("ZoneInfoTests", ["Platform", "Scheduling", "TestSupport", "TrainingModel", "ZoneInfo"]),
    tests("RunStoreTests", ["JSON", "Platform", "RunStore", "Scheduling", "TestSupport", "TrainingModel"]),
    tests("RunSupervisorTests", ["Platform", "RunStore", "RunSupervisor", "TestSupport", "TrainingModel"]),
    tests("StdioTransportTests", ["JSON", "JSONRPC", "Platform", "StdioTransport", "TestSupport"]),
    tests(
      "ServerTests",
      [
        "AgentProtocol", "JSON", "MetricCurves", "Platform", "RunHistory", "RunStore", "SQLite", "Scheduling",
        "TestSupport",
        "TrainingModel",
        "TranscriptReplay", "signalbox",
      ]),
    tests(
      "TrainingServiceTests",
      [
        "Diagnosis", "JSON", "LogReading", "MetricCurves", "Platform", "RunHistory", "RunStore",
        "RunSupervisor", "SQLite",
        "Scheduling",
        "TestSupport",
        "TrainingHealth", "TrainingModel", "TrainingService", "ZoneInfo", "signalbox",
      ]),
    tests("DemoTrainingTests", ["DemoTraining", "Platform"]),
    tests("LogReadingTests", ["JSON", "LogReading", "TestSupport", "TrainingHealth", "TrainingModel"]),
    tests(
      "DiagnosisTests", ["Diagnosis", "JSON", "LinePatterns", "LogReading", "TestSupport", "TrainingModel"]),
    tests("LinePatternsTests", ["LinePatterns", "TestSupport"]),
    tests("CommandLineOptionsTests", ["CommandLineOptions"]),
    tests("DigestsTests", ["Digests"]),
    tests("JSONTests", ["JSON", "Platform", "TestSupport"]),
    tests("JSONRPCTests", ["JSON", "JSONRPC", "TestSupport"]),
    tests("TrainingAnswersTests", ["TrainingAnswers", "TrainingModel"]),
    tests(
      "TrainToolsTests",
      [
        "AgentProtocol", "JSON", "LogReading", "Platform", "RunStore", "Scheduling", "TestSupport",
        "TrainTools",
        "TrainingAnswers", "TrainingModel", "TrainingService", "ZoneInfo",
      ]),
    tests("TrainPromptsTests", ["EmbeddedFiles", "JSON", "TestSupport", "TrainPrompts"]),
    tests(
      "TrainResourcesTests",
      [
        "AgentProtocol", "JSON", "Platform", "RunStore", "TestSupport", "TrainResources", "TrainingModel",
        "TrainingService",
      ]),
    tests("AgentProtocolTests", ["AgentProtocol", "JSON", "JSONRPC", "Platform", "TestSupport"]),
    tests("TranscriptReplayTests", ["JSON", "Platform", "TestSupport", "TranscriptReplay", "signalbox"]),
    tests(
      "FaultCampaignTests",
      [
        "CommandLineOptions", "FaultCampaign", "JSON", "Platform", "TestSupport", "TrainingModel",
        "TranscriptReplay", "fault-campaign",
        "signalbox",
      ]),
    tests("PlatformTests", ["JSON", "Platform", "TestSupport"]),
  ]
)
