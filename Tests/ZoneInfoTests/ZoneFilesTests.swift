import Platform
import Scheduling
import TestSupport
import Testing
import TrainingModel
import ZoneInfo

@Suite struct ZoneFilesTests {
  /// A zone of two hours without a change, as a file of version 2: both blocks with one type, and a footer.
  private static let file: [UInt8] = {
    let counts: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]
    let block = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts + [0, 0, 0x1C, 0x20, 0, 0, 0]
    return block + block + Array("\nEET-2\n".utf8)
  }()

  private func database(in scratch: ScratchDirectory) throws -> ZoneFiles {
    try FileSystem.makeDirectories(scratch.path("zoneinfo/Europe"))
    try FileSystem.replace(scratch.path("zoneinfo/Europe/Sofia"), with: Self.file, durable: false)
    try scratch.write("zoneinfo/Europe/Broken", "TZif and nothing behind it")
    try scratch.write("zoneinfo/tzdata.zi", "# version 2026f\nR A ...\n")
    try scratch.write("secret", "no zone")
    return ZoneFiles(
      directories: [scratch.path("none"), scratch.path("zoneinfo")], localTime: scratch.path("localtime"))
  }

  @Test func aZoneIsReadByItsName() async throws {
    try await ScratchDirectory.with { scratch in
      let zone = try database(in: scratch).rules(of: "Europe/Sofia")
      #expect(zone.name == "Europe/Sofia")
      #expect(zone.offset(at: Timestamp(nanoseconds: 0)) == 7_200)
    }
  }

  @Test func universalTimeNeedsNoDatabase() throws {
    let files = ZoneFiles(directories: [])
    #expect(try files.rules(of: "UTC") == .utc)
    #expect(try files.rules(of: "Etc/UTC") == .utc)
    #expect(files.release == nil)
  }

  @Test func aMachineWithoutADatabaseIsToldWhatToInstall() async throws {
    try await ScratchDirectory.with { scratch in
      let files = ZoneFiles(directories: [scratch.path("none")])
      let error = try #require(throws: ZoneError.self) { try files.rules(of: "Europe/Sofia") }
      #expect(error == .noDatabase("Europe/Sofia", places: [scratch.path("none")]))
      #expect(error.description.contains("install the package tzdata"))
    }
  }

  @Test(arguments: [
    "", "../secret", "Europe/../../secret", "/etc/passwd", "Europe//Sofia", "Europe/", "./Europe/Sofia",
    "Europe/Sofia\0", "tzdata.zi", "+02:00", "UTC+02:00", "-3", "Europe/Sofia ", "Европа/София",
    "posix/Europe/Sofia", "right/Europe/Sofia", "EST", "CET", "PST8PDT", String(repeating: "a", count: 81),
  ])
  func whatCannotBeANameIsNoPath(name: String) async throws {
    try await ScratchDirectory.with { scratch in
      let error = try #require(throws: ZoneError.self) { try database(in: scratch).rules(of: name) }
      guard case .notAName(name, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test(arguments: [
    ("Europe/Atlantis", nil), ("europe/sofia", "Europe/Sofia"), ("EUROPE/SOFIA", "Europe/Sofia"),
    ("Europe", nil),
    ("europe", nil), ("UTC+2", nil),
  ])
  func unknownZonesComeWithTheSpellingThatIsThere(name: String, suggestion: String?) async throws {
    try await ScratchDirectory.with { scratch in
      let error = try #require(throws: ZoneError.self) { try database(in: scratch).rules(of: name) }
      #expect(error == .unknown(name, suggestion: suggestion))
    }
  }

  @Test func aBrokenFileIsNamed() async throws {
    try await ScratchDirectory.with { scratch in
      let error = try #require(throws: ZoneError.self) {
        try database(in: scratch).rules(of: "Europe/Broken")
      }
      #expect(
        error.description
          == "the file of the time zone Europe/Broken cannot be used: it ends within its header; "
          + "installing tzdata anew may mend it")
    }
  }

  @Test(arguments: [
    ("Europe/Sofia", "Europe/Sofia"), (":Europe/Sofia", "Europe/Sofia"), ("", "UTC"), ("EET-2EEST", "UTC"),
    ("/opt/zoneinfo/posix/Europe/Sofia", "Europe/Sofia"), ("Europe/Atlantis", "UTC"),
  ])
  func theMachinesZoneComesFromItsVariable(variable: String, name: String) async throws {
    try await ScratchDirectory.with { scratch in
      let zone = try database(in: scratch).localRules(Environment(["TZ": variable]))
      #expect(zone.name == name)
    }
  }

  @Test func theMachinesZoneComesFromItsLink() async throws {
    try await ScratchDirectory.with { scratch in
      let files = try database(in: scratch)
      #expect(files.localRules(Environment()).name == "UTC")
      let linked = ZoneFiles(directories: files.directories, localTime: scratch.path("zoneinfo/Europe/Sofia"))
      #expect(linked.localRules(Environment()).name == "Europe/Sofia")
    }
  }

  @Test func theDatabaseSaysItsRelease() async throws {
    try await ScratchDirectory.with { scratch in
      let files = try database(in: scratch)
      #expect(files.release == "2026f")
    }
  }

  @Test func aDirectoryOfOnesOwnIsTheOnlyOne() {
    #expect(ZoneFiles.system(Environment(["TZDIR": "/opt/zones"])).directories == ["/opt/zones"])
    #expect(ZoneFiles.system(Environment()).directories.first == "/usr/share/zoneinfo")
  }
}
