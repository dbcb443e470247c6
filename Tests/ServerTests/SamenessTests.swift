import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A failure that was there before is known again.
@Suite(.timeLimit(.minutes(10))) struct SamenessTests {
  private static let command: JSONValue = ["sh", "train.sh"]

  @Test func aThirdFailureInARowIsCalledHopeless() throws {
    let yard = try Yard()
    let project: JSONObject = ["cwd": .string(try CodeTests.repository(in: yard))]
    func fail(_ more: JSONObject = [:]) throws -> ToolAnswer {
      var arguments = project
      for member in more.members { arguments.append(member.name, member.value) }
      return try yard.end(of: try yard.startRun(Self.command, arguments))
    }
    let first = try fail()
    #expect(first["error_summary"]?["retry"] == "unknown")
    #expect(first["error_summary"]?["same_as"] == nil)
    let second = try fail()
    #expect(second["error_summary"]?["same_as"]?.array?.count == 1)
    #expect(second["error_summary"]?["same_as"]?.array?.first?["process_id"] == first["process_id"])
    #expect(second["error_summary"]?["same_as"]?.array?.first?["ended_at"] == first["ended_at"])
    #expect(second["error_summary"]?["unchanged"] == true)
    #expect(second["error_summary"]?["retry"] == "unknown")
    let third = try fail()
    #expect(third["error_summary"]?["same_as_count"] == 2)
    #expect(third["error_summary"]?["runs_in_a_row"] == 3)
    #expect(third["error_summary"]?["retry"] == "useless_unchanged")
    #expect(third.text.contains("The third run in a row that died of this"))
    let fourth = try fail(["env": ["SEED": "1"]])
    #expect(fourth["error_summary"]?["changed"] == ["env"])
    #expect(fourth["error_summary"]?["retry"] == "unknown")
    #expect(try fail(["env": ["SEED": "1"]])["error_summary"]?["unchanged"] == true)
    #expect(try fail(["env": ["SEED": "2"]])["error_summary"]?["changed"] == ["env"])
  }

  @Test func otherCodeIsOtherCode() throws {
    let yard = try Yard()
    let project = try CodeTests.repository(in: yard)
    _ = try yard.end(of: try yard.startRun(Self.command, ["cwd": .string(project)]))
    try FileSystem.replace(
      "\(project)/train.sh", with: Array("# tried\necho broken >&2; exit 3\n".utf8), durable: false)
    let id = try yard.startRun(Self.command, ["cwd": .string(project)])
    let changed = try yard.end(of: id)
    #expect(changed["error_summary"]?["changed"] == ["code"])
    #expect(changed.text.contains("since then the code changed, and that did not mend it."))
    let later = try Yard(sharing: yard)
    #expect(try later.end(of: id)["error_summary"] == changed["error_summary"])
  }

  @Test func whatLiesInNoRepositoryMayHaveChanged() throws {
    let yard = try Yard()
    _ = try yard.end(of: try yard.startRun(["sh", "-c", "exit 3"]))
    let again = try yard.end(of: try yard.startRun(["sh", "-c", "exit 3"]))
    #expect(again["error_summary"]?["same_as_count"] == 1)
    #expect(again["error_summary"]?["unchanged"] == nil)
    #expect(again["error_summary"]?["changed"] == nil)
    let other = try yard.end(of: try yard.startRun(["sh", "-c", "exit 4"]))
    #expect(other["error_summary"]?["same_as"] == nil)
  }
}
