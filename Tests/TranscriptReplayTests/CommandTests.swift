import Platform
import TestSupport
import Testing

/// `signalbox replay` and `signalbox demo` as a person calls them.
@Suite(.serialized, .blocking) struct CommandTests {
  private func signalbox(_ arguments: String...) async throws -> Program.Output {
    try await Program.run(
      ProgramLaunch(
        path: BuiltProduct.signalbox, arguments: ["signalbox"] + arguments, environment: .current,
        descriptors: []))
  }

  @Test func replayCountsTheMessagesOfWhatIsTheSame() async throws {
    let file = Transcripts.path("read_only.jsonl")
    let output = try await signalbox("replay", file)
    #expect(output.text == "\(file): 19 messages, no difference\n")
    #expect(output.termination == .exited(code: 0))
  }

  @Test func replaySaysFileAndLineOfADifference() async throws {
    try await ScratchDirectory.with { directory in
      let file = try directory.write(
        "a.jsonl",
        """
        {"from": "client", "message": {"jsonrpc": "2.0", "id": 1, "method": "ping"}}
        {"from": "server", "message": {"jsonrpc": "2.0", "id": 1, "result": {"status": "completed"}}}
        """)
      let output = try await signalbox("replay", file, Transcripts.path("no_root.jsonl"))
      #expect(
        output.text == """
          \(file):2: result.status: expected "completed", got nothing
          \(Transcripts.path("no_root.jsonl")): 11 messages, no difference

          """)
      #expect(output.termination == .exited(code: 1))
    }
  }

  @Test func replaySaysWhyAFileIsNoTranscript() async throws {
    try await ScratchDirectory.with { directory in
      let file = try directory.write("a.jsonl", #"{"comment": "x"}"# + "\n{]")
      let output = try await signalbox("replay", file)
      #expect(output.errorText == "signalbox: \(file):2: unexpected byte 0x5d at byte 1\n")
      #expect(output.termination == .exited(code: 65))
    }
  }

  @Test(arguments: [[], ["--timeout", "0", "x"], ["--server", " ", "x"], ["--pace", "x"]])
  func replayRefusesWhatItDoesNotKnow(arguments: [String]) async throws {
    let output = try await Program.run(
      ProgramLaunch(
        path: BuiltProduct.signalbox, arguments: ["signalbox", "replay"] + arguments, environment: .current,
        descriptors: []))
    #expect(output.termination == .exited(code: 64))
    #expect(output.errorText.split(separator: "\n").count == 1)
    #expect(output.text == "")
  }

  @Test func demoShowsATrainingAndLeavesNothing() async throws {
    let output = try await signalbox("demo", "--passes", "60")
    #expect(output.errorText == "")
    #expect(output.text.contains("<- completed, end_reason exited"))
    #expect(output.text.contains("failureType file_not_found"))
    #expect(output.text.hasSuffix("-- processes left: 0\n\nAll is as it should be.\n"))
    #expect(output.termination == .exited(code: 0))
  }
}
