import JSON
import Testing

@testable import TranscriptReplay

@Suite struct MessageComparisonTests {
  private static let first = "train-20261121T034000-" + String(repeating: "a", count: 26)
  private static let second = "train-20261121T034001-" + String(repeating: "b", count: 26)
  private static let third = "train-20270101T000000-" + String(repeating: "c", count: 26)

  private func differences(_ expected: String, _ got: String) throws -> [String] {
    var comparison = MessageComparison(bindings: Bindings(["root": "/r"]), directory: "/live")
    return try differences(expected, got, &comparison)
  }

  private func differences(
    _ expected: String, _ got: String, _ comparison: inout MessageComparison
  ) throws -> [String] {
    let expected = try #require(try JSONParser.parse(expected).object)
    let got = try #require(try JSONParser.parse(got).object)
    return comparison.differences(expected: expected, got: got).map(\.description)
  }

  @Test(arguments: [
    (#"{"a": 1}"#, #"{"a": 1.0}"#),
    (#"{"a": 1, "b": 2}"#, #"{"b": 2, "a": 1}"#),
    (#"{"a": "{{any}}"}"#, #"{"a": null}"#),
    (#"{"a": "{{time}}"}"#, #"{"a": "2026-11-21T03:40:00.123+01:00"}"#),
    (#"{"a": "{{number}}", "b": "{{number}}"}"#, #"{"a": 1, "b": 1e-3}"#),
    (#"{"a": "{{text}}"}"#, #"{"a": ""}"#),
    (#"{"a": "x{{text}}y{{text}}z"}"#, #"{"a": "x1yy2yz"}"#),
    (#"{"a": "{{root}}/x"}"#, #"{"a": "/r/x"}"#),
    (#"{"a": "{{unknown}} {{"}"#, #"{"a": "{{unknown}} {{"}"#),
    (#"{"...": true}"#, #"{"a": 1}"#),
    (#"{"a": [1, "..."]}"#, #"{"a": [1, 2, 3]}"#),
    (#"{"ended_at": "2026-01-01T00:00:00Z"}"#, #"{"ended_at": "2027-02-02T10:00:00.5Z"}"#),
    (
      #"{"next_times": ["2026-01-01T00:00:00+01:00"], "scheduled_for": "2026-01-01T00:00:00Z"}"#,
      #"{"next_times": ["2027-02-02T10:00:00+02:00"], "scheduled_for": "2027-02-02T10:00:00Z"}"#
    ),
    (
      #"{"duration_s": 1.5, "pid": 3, "log": {"size": 1}}"#,
      #"{"duration_s": 2, "pid": 99, "log": {"size": 0}}"#
    ),
    (#"{"cwd": "/recorded"}"#, #"{"cwd": "/live"}"#),
    (
      #"{"process_status": "failed", "code": {"commit": "1"}}"#,
      #"{"process_status": "failed", "code": {"commit": "2"}}"#
    ),
    (#"{"process_status": "failed"}"#, #"{"process_status": "failed", "code": {"commit": "2"}}"#),
  ])
  func takesForTheSame(expected: String, got: String) throws {
    #expect(try differences(expected, got) == [])
  }

  @Test(arguments: [
    (#"{"a": 1}"#, #"{"a": 2}"#, "a: expected 1, got 2"),
    (
      #"{"a": {"b": [0, {"c": "x"}]}}"#, #"{"a": {"b": [0, {"c": "y"}]}}"#,
      #"a.b[1].c: expected "x", got "y""#
    ),
    (#"{"a": 1}"#, #"{}"#, "a: expected 1, got nothing"),
    (#"{"error": {"code": "a"}}"#, #"{"error": {"code": "b"}}"#, #"error.code: expected "a", got "b""#),
    (#"{}"#, #"{"a": 1}"#, "a: expected nothing, got 1"),
    (#"{"a": null}"#, #"{}"#, "a: expected null, got nothing"),
    (#"{"a": [1, 2]}"#, #"{"a": [1]}"#, "a[1]: expected 2, got nothing"),
    (#"{"a": [1]}"#, #"{"a": [1, 2]}"#, "a[1]: expected nothing, got 2"),
    (#"{"a": "{{any}}"}"#, #"{}"#, #"a: expected "{{any}}", got nothing"#),
    (#"{"a": "{{time}}"}"#, #"{"a": "2026-11-21"}"#, #"a: expected a time, got "2026-11-21""#),
    (#"{"a": "{{number}}"}"#, #"{"a": "1"}"#, #"a: expected a number, got "1""#),
    (#"{"a": "{{capture:x}}"}"#, #"{"a": 1}"#, "a: expected a text, got 1"),
    (#"{"a": "x{{text}}z"}"#, #"{"a": "xyz."}"#, #"a: expected "x{{text}}z", got "xyz.""#),
    (#"{"pid": 1}"#, #"{"pid": "1"}"#, #"pid: expected 1, got "1""#),
    (
      #"{"ended_at": "2026-01-01T00:00:00Z"}"#, #"{"ended_at": "now"}"#,
      #"ended_at: expected "2026-01-01T00:00:00Z", got "now""#
    ),
    (#"{"cwd": "/recorded"}"#, #"{"cwd": "/other"}"#, #"cwd: expected "/recorded", got "/other""#),
    (#"{"a.b": 1}"#, #"{"a.b": 2}"#, #"["a.b"]: expected 1, got 2"#),
  ])
  func tellsApart(expected: String, got: String, difference: String) throws {
    #expect(try differences(expected, got) == [difference])
  }

  @Test func whatIsCapturedIsKnownFromThenOn() throws {
    var comparison = MessageComparison(bindings: Bindings(), directory: "/")
    let expected = #"{"id": "{{capture:x}}", "next": "call {{x}}!"}"#
    #expect(try differences(expected, #"{"id": "seven", "next": "call seven!"}"#, &comparison) == [])
    #expect(comparison.bindings.fill(["a", "{{x}}"]) == ["a", "seven"])
  }

  @Test func runsAreMatchedOneToOne() throws {
    var comparison = MessageComparison(bindings: Bindings(), directory: "/")
    let (first, second, third) = (Self.first, Self.second, Self.third)
    #expect(try differences(#"{"id": "\#(first)"}"#, #"{"id": "\#(third)"}"#, &comparison) == [])
    #expect(comparison.runs.translate("wait for \(first), \(second)") == "wait for \(third), \(second)")
    // Another run cannot be the same one.
    #expect(
      try differences(#"{"id": "\#(second)"}"#, #"{"id": "\#(third)"}"#, &comparison)
        == [#"id: expected "\#(second)", got "\#(third)""#])
    #expect(
      try differences(#"{"id": "\#(first)"}"#, #"{"id": "\#(second)"}"#, &comparison)
        == [#"id: expected "\#(third)", got "\#(second)""#])
  }

  @Test func theServersOwnDirectoryIsTheSameInTexts() throws {
    var comparison = MessageComparison(bindings: Bindings(), directory: "/live")
    #expect(try differences(#"{"cwd": "/recorded"}"#, #"{"cwd": "/live"}"#, &comparison) == [])
    let expected = #"{"location": "/recorded/a.py:3"}"#
    #expect(try differences(expected, #"{"location": "/live/a.py:3"}"#, &comparison) == [])
    // A command that was given as an absolute path.
    #expect(try differences(expected, expected, &comparison) == [])
    #expect(try differences(expected, #"{"location": "/live/b.py:3"}"#, &comparison).count == 1)
  }

  @Test func pathsBelowHomeAreTheSameInEveryHome() throws {
    #expect(
      try differences(
        #"{"path": "/a/b/runs/\#(Self.first)/log"}"#, #"{"path": "/c/runs/\#(Self.second)/log"}"#) == [])
    #expect(
      try differences(
        #"{"path": "/a/runs/\#(Self.first)/log"}"#, #"{"path": "/a/runs/\#(Self.second)/exit.json"}"#
      ).count == 1)
  }

  @Test func aRunThatGoesOnIsComparedWithoutWhatDependsOnTheMoment() throws {
    func message(_ status: String, _ more: String) -> String {
      #"{"result": {"structuredContent": {"process_status": "\#(status)"\#(more)}}}"#
    }
    let (early, late) = ("", #", "progress": {"epoch": 3}, "metrics": {"loss": 1}"#)
    #expect(try differences(message("running", early), message("running", late)) == [])
    #expect(try differences(message("killed", early), message("killed", late)) == [])
    #expect(try differences(message("completed", early), message("completed", late)).count == 2)
    #expect(try differences(message("running", early), message("completed", early)).count == 1)
  }

  @Test func dataThatIsWrittenAsTextIsComparedAsData() throws {
    func message(_ data: String) -> String {
      let text = JSONWriter.text(.string(data))
      return #"{"result": {"content": [{"type": "text", "text": \#(text)}]}}"#
    }
    let expected = message(#"{"process_status":"completed","pid":1,"exit_code":0}"#)
    #expect(
      try differences(expected, message(#"{"process_status":"completed","pid":22,"exit_code":0}"#)) == [])
    #expect(
      try differences(expected, message(#"{"process_status":"completed","pid":22,"exit_code":1}"#))
        == ["result.content[0].text.structuredContent.exit_code: expected 0, got 1"])
  }
}
