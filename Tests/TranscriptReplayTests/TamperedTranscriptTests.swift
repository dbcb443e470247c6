import TestSupport
import Testing
import TranscriptReplay

/// A replay is worth as much as the differences that it finds.
@Suite(.serialized, .blocking) struct TamperedTranscriptTests {
  /// A change to a transcript, and what must be found.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let findings: [String]
    var testDescription: String { "\(file): \(new)" }
  }

  private static let cases = [
    Case(
      file: "recorded_session.jsonl",
      old: #""process_status":"completed","end_reason":"exited","verified":true,"pid""#,
      new: #""process_status":"failed","end_reason":"exited","verified":true,"pid""#,
      findings: [#"result.structuredContent.process_status: expected "failed", got "completed""#]),
    Case(
      file: "recorded_session.jsonl", old: #""failureType":"cuda_out_of_memory","message""#,
      new: #""failureType":"host_out_of_memory","message""#,
      findings: [
        #"result.structuredContent.error_summary.failureType: expected "host_out_of_memory", got "cuda_out_of_memory""#
      ]),
    Case(
      file: "recorded_session.jsonl", old: #""signal":"SIGTERM","progress""#, new: #""progress""#,
      findings: [
        #"result.structuredContent.signal: expected nothing, got "SIGTERM""#,
        #"result.structuredContent.processes[0].signal: expected nothing, got "SIGTERM""#,
      ]),
    Case(
      file: "recorded_session.jsonl", old: #""verified":true"#, new: #""verified":true,"queue":1"#,
      findings: [
        "result.structuredContent.queue: expected 1, got nothing",
        "result.structuredContent.processes[2].queue: expected 1, got nothing",
      ]),
    Case(
      file: "recorded_session.jsonl", old: #""code":-32700"#, new: #""code":-32600"#,
      findings: ["error.code: expected -32600, got -32700"]),
    Case(
      file: "before_initialize.jsonl", old: #"{"processes": []"#,
      new: #"{"processes": [{"process_id": "{{text}}"}]"#,
      findings: [#"result.structuredContent.processes[0]: expected {"process_id":"{{text}}"}, got nothing"#]),
  ]

  @Test(arguments: cases)
  func theDifferenceIsFound(tampering: Case) async throws {
    let text = try Repository.text("fixtures/transcripts/\(tampering.file)")
    let tampered = text.replacing(tampering.old, with: tampering.new)
    try #require(tampered != text, "the fixture does not hold what this test changes")
    let outcome = try await Transcripts.play(Array(tampered.utf8))
    #expect(outcome.findings.map(\.text) == tampering.findings)
  }

  @Test func aReplyThatNobodyExpectsIsFound() async throws {
    let text = """
      {"from": "client", "message": {"jsonrpc": "2.0", "id": 1, "method": "ping"}}
      """
    let outcome = try await Transcripts.play(Array(text.utf8))
    #expect(outcome.findings.map(\.line) == [1])
    #expect(outcome.findings.first?.text.contains(#"{"jsonrpc":"2.0","id":1,"result":{}}"#) == true)
  }

  @Test func aReplyThatDoesNotComeIsFoundInTime() async throws {
    let text = """
      {"from": "client", "message": {"jsonrpc": "2.0", "method": "notifications/nonsense"}}
      {"from": "server", "message": {"jsonrpc": "2.0", "id": 1, "result": {}}}
      """
    let outcome = try await Transcripts.play(Array(text.utf8), timeout: 0.3)
    #expect(outcome.findings.map(\.line) == [2])
    #expect(outcome.findings.map(\.text) == ["no such message within 0.3 s"])
  }

  @Test func whatNeverBecomesTrueIsFoundInTime() async throws {
    let text = """
      {"from": "client", "message": {"jsonrpc": "2.0", "id": 1, "method": "ping"}, "repeat": true}
      {"from": "server", "message": {"jsonrpc": "2.0", "id": 1, "result": {"pong": true}}}
      """
    let outcome = try await Transcripts.play(Array(text.utf8), timeout: 2)
    #expect(outcome.findings.map(\.line) == [2])
    #expect(outcome.findings.map(\.text) == ["result.pong: expected true, got nothing"])
  }

  @Test func aServerThatDiesIsFound() async throws {
    let text = """
      {"transcript": 1, "args": []}
      {"from": "server", "message": {"jsonrpc": "2.0", "id": 1, "result": {}}}
      """
    let outcome = try await Transcripts.play(Array(text.utf8), command: ["sh", "-c", "exit 3"])
    #expect(outcome.findings.map(\.text) == ["the server has ended (exit code 3)"])
  }

  @Test func aServerThatCannotBeStartedIsAnError() async throws {
    let text = #"{"from": "client", "message": 1}"#
    await #expect(throws: (any Error).self) {
      try await Transcripts.play(Array(text.utf8), command: ["/no/such/server"])
    }
  }
}
