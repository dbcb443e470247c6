import JSON
import Platform
import TestSupport
import Testing
import TrainingModel

@testable import RunStore

/// A person's file: what it may say, and what it is told when it says something else.
@Suite struct SettingsTests {
  /// The settings of a home with this file.
  private func settings(_ text: String) async throws -> Settings {
    try await ScratchDirectory.with { scratch in
      try scratch.write("settings.json", text)
      return try HomeDirectory(path: scratch.path).settings()
    }
  }

  /// What is wrong with this file.
  private func problems(_ text: String) async throws -> [String] {
    let error = await #expect(throws: SettingsError.self) { try await settings(text) }
    return try #require(error).problems
  }

  @Test func withoutAFileOneLogIsCappedAndNothingGoes() async throws {
    try await ScratchDirectory.with { scratch in
      let settings = try HomeDirectory(path: scratch.path("none")).settings()
      #expect(settings == Settings())
      #expect(settings.maximumLogBytes == 2 << 30)
      #expect(settings.recordRetention == RetentionLimits())
      #expect(settings.logRetention == RetentionLimits())
    }
    #expect(try await settings("{}") == Settings())
    #expect(try await settings(#"{"log": {}, "retention": {"logs": {}}}"#) == Settings())
  }

  @Test func everythingCanBeSet() async throws {
    let settings = try await settings(
      """
      {"log": {"max_bytes": 2147483649},
       "retention": {"records": {"max_age_days": 90, "max_count": 5000, "max_bytes": 10737418240},
                     "logs":    {"max_age_days": 30.5, "max_count": 1000, "max_bytes": "50 GiB"}}}
      """)
    #expect(settings.maximumLogBytes == 2_147_483_649)
    #expect(
      settings.recordRetention
        == RetentionLimits(maximumAgeDays: 90, maximumCount: 5000, maximumBytes: 10 << 30))
    #expect(
      settings.logRetention
        == RetentionLimits(maximumAgeDays: 30.5, maximumCount: 1000, maximumBytes: 50 << 30))
  }

  @Test(arguments: [("0", nil), ("1048576", 1 << 20), (#""1 MiB""#, 1 << 20)] as [(String, Int64?)])
  func theCapOfALog(value: String, bytes: Int64?) async throws {
    #expect(try await settings(#"{"log": {"max_bytes": \#(value)}}"#).maximumLogBytes == bytes)
  }

  @Test(arguments: [("0", nil), ("0.05", 0.05), ("120", 120)] as [(String, Double?)])
  func howOftenHealthIsLookedAt(value: String, seconds: Double?) async throws {
    #expect(Settings().healthInterval == 30)
    #expect(try await settings(#"{"health": {"interval_s": \#(value)}}"#).healthInterval == seconds)
  }

  @Test func everythingThatIsWrongIsSaidAtOnce() async throws {
    let problems = try await problems(
      """
      {"log": {"max_byte": 5, "max_bytes": "2 parsecs"}, "retentoin": {},
       "retention": {"records": {"max_age_days": -1, "max_count": 1.5, "max_bytes": true},
                     "logs": 30, "other": {}}}
      """)
    #expect(
      problems == [
        "retentoin is no setting; there are log, health, retention",
        "log.max_byte is no setting; there are max_bytes",
        "log.max_bytes must be a size of 1 MiB or more, such as \"2 GiB\", or 0 for no cap",
        "retention.other is no setting; there are records, logs",
        "retention.records.max_age_days must be a number greater than 0",
        "retention.records.max_count must be a whole number of 1 or more",
        "retention.records.max_bytes must be a size of 1 byte or more, such as 50000000 or \"10 GiB\"",
        "retention.logs must be an object; its members may be max_age_days, max_count, max_bytes",
      ])
  }

  @Test(arguments: [
    ("[]", "the file must be an object; its members may be log, health, retention"),
    (#"{"log": {}, "log": {}}"#, "log is there twice"),
    (#"{"log": {"max_bytes": 1048575}}"#, "log.max_bytes must be a size of 1 MiB or more"),
    (#"{"log": {"max_bytes": -1}}"#, "log.max_bytes must be"),
    (#"{"log": {"max_bytes": null}}"#, "log.max_bytes must be"),
    (#"{"health": {"interval_s": 0.01}}"#, "health.interval_s must be a number of seconds from 0.05 to 3600"),
    (#"{"health": {"interval_s": -30}}"#, "health.interval_s must be"),
    (#"{"health": {"interval": 30}}"#, "health.interval is no setting; there are interval_s"),
    (#"{"retention": {"logs": {"max_count": 0}}}"#, "retention.logs.max_count must be"),
    (#"{"retention": {"logs": {"max_age_days": 1e999}}}"#, "retention.logs.max_age_days must be"),
    ("{\n\"log\": {\n\"max_bytes\": 5,\n}}", "line 4 is no JSON: unexpected byte 0x7d at byte 27"),
    ("", "line 1 is no JSON: the text ends"),
  ])
  func oneMistake(text: String, problem: String) async throws {
    let problems = try await problems(text)
    #expect(problems.count == 1 && problems[0].hasPrefix(problem), "\(problems)")
  }

  @Test func whatCannotBeReadIsSaid() async throws {
    try await ScratchDirectory.with { scratch in
      let home = HomeDirectory(path: scratch.path)
      try FileSystem.makeDirectory(home.settingsPath)
      let error = #expect(throws: SettingsError.self) { try home.settings() }
      #expect(error?.description == "\(scratch.path)/settings.json: Is a directory")
    }
  }

  // MARK: Sizes

  @Test(
    arguments: [
      ("0", 0), ("1048576", 1 << 20), ("5 B", 5), ("500 MB", 500_000_000), ("2 GiB", 2 << 30),
      ("2GiB", 2 << 30), ("2gib", 2 << 30), ("1.5 KiB", 1536), ("1 kB", 1000), ("3 TB", 3_000_000_000_000),
      ("0.5 TiB", 1 << 39), ("9223372036854775807", .max),
    ] as [(String, Int64)])
  func sizes(text: String, bytes: Int64) throws {
    #expect(ByteSize.parse(text) == bytes)
    #expect(try Self.fitsPattern(text))
  }

  @Test(arguments: [
    "", "GiB", "-1", "1 PiB", "1 G", "two GiB", "1.2.3 MB", ".5 GiB", "5. GiB", "1e3", "5 GiB ", "٣ GiB",
    "0x10",
    "1,5 GiB",
  ])
  func noSizes(text: String) throws {
    #expect(ByteSize.parse(text) == nil)
    #expect(try !Self.fitsPattern(text))
  }

  @Test(arguments: ["9223372036854775808", "9000000000 GiB", "99999999999999999999999.5 B"])
  func sizesThatAreTooLarge(text: String) { #expect(ByteSize.parse(text) == nil) }

  /// Whether a text is a size by the schema.
  private static func fitsPattern(_ text: String) throws -> Bool {
    let pattern = try #require(try schema()["$defs"]?["size"]?["pattern"]?.string)
    return try Regex(pattern).wholeMatch(in: text) != nil
  }

  // MARK: The schema

  private static func schema() throws -> JSONValue {
    try JSONParser.parse(try Repository.text("schemas/settings.json"))
  }

  /// The schema that a part of the schema stands for.
  private static func resolved(_ part: JSONValue) throws -> JSONValue {
    guard let name = part["$ref"]?.string?.split(separator: "/").last else { return part }
    return try #require(try schema()["$defs"]?[String(name)])
  }

  /// Every object of the settings that the schema describes: where it is, and its members.
  private static func objects(
    _ part: JSONValue, at place: [String] = []
  ) throws -> [(place: [String], members: JSONObject)] {
    guard let members = try resolved(part)["properties"]?.object else { return [] }
    return try [(place, members)] + members.members.flatMap { try objects($0.value, at: place + [$0.name]) }
  }

  /// A settings file with one value in it.
  private static func file(_ place: [String], _ value: JSONValue) -> String {
    let root = place.reversed().reduce(value) { .object([$1: $0]) }
    return JSONWriter.text(root)
  }

  @Test func theSchemaHasTheMembersOfTheReader() async throws {
    let objects = try Self.objects(try Self.schema())
    #expect(objects.count == 6)
    for object in objects {
      let problems = try await problems(Self.file(object.place + ["?"], 0))
      let names = object.members.names.joined(separator: ", ")
      #expect(problems.first?.hasSuffix("is no setting; there are \(names)") == true, "\(problems)")
    }
  }

  @Test func theExamplesOfTheSchemaCount() async throws {
    for object in try Self.objects(try Self.schema()) {
      for member in object.members.members {
        let schema = try Self.resolved(member.value)
        for example in schema["examples"]?.array ?? [] where example != "2 GiB" {
          let settings = try await settings(Self.file(object.place + [member.name], example))
          #expect(settings != Settings(), "\(member.name) \(example)")
        }
        if let value = schema["default"] {
          #expect(try await settings(Self.file(object.place + [member.name], value)) == Settings())
        } else if schema["properties"] == nil {
          #expect(schema["examples"] != nil, "\(member.name) has no example")
        }
      }
    }
    for example in try #require(try Self.schema()["$defs"]?["size"]?["examples"]?.array) {
      #expect(ByteSize.parse(try #require(example.string)) != nil)
    }
  }
}
