import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// The rules of a home name the failures of its runs.
@Suite(.timeLimit(.minutes(10))) struct FailureRuleTests {
  private static let command: JSONValue = ["sh", "-c", "echo the flux is low; exit 3"]
  private static let rules =
    #"[{"name": "flux", "pattern": "flux is \\w+$", "label": "gpu_hardware", "suggestions": ["Call Ada."]}]"#

  private func write(_ text: String, in yard: Yard) throws {
    try FileSystem.makeDirectories(yard.home)
    try FileSystem.replace("\(yard.home)/failure-rules.json", with: Array(text.utf8), durable: false)
  }

  @Test func aChangeCountsAtTheNextFailure() throws {
    let yard = try Yard()
    let before = try yard.end(of: try yard.startRun(Self.command))
    #expect(before["error_summary"]?["failureType"] == "unknown")
    try write(Self.rules, in: yard)
    let after = try yard.end(of: try yard.startRun(Self.command))
    #expect(after["error_summary"]?["failureType"] == "gpu_hardware")
    #expect(after["error_summary"]?["rule"] == "flux")
    #expect(after["error_summary"]?["suggestions"] == ["Call Ada."])
    #expect(try yard.complaints().isEmpty)
  }

  @Test func aMistakeIsSaidAndTheDiagnosisIsOurs() throws {
    let yard = try Yard()
    try write(Self.rules.replacing("gpu_hardware", with: "flux"), in: yard)
    let picture = try yard.end(of: try yard.startRun(Self.command))
    #expect(picture["error_summary"]?["failureType"] == "unknown")
    #expect(try yard.complaints().contains("rule 1 (flux) label must be a failureType"))
  }
}
