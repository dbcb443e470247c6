import Platform
import TestSupport
import Testing
import TranscriptReplay

/// Whole conversations with the real server.
@Suite(.serialized, .blocking) struct FixtureTests {
  @Test func theFixturesAreThere() {
    #expect(Transcripts.names.count >= 15)
    #expect(FileSystem.isExecutable(BuiltProduct.signalbox))
  }

  @Test(arguments: Transcripts.names)
  func nothingDiffers(name: String) async throws {
    let outcome = try await Transcripts.play(try FileSystem.read(Transcripts.path(name)))
    #expect(outcome.findings.map { "\(name):\($0.line): \($0.text)" } == [])
    #expect(outcome.messages > 0)
  }

  /// A recording of a replay is a transcript in its turn.
  @Test(arguments: [
    "happy_path.jsonl", "failing_start.jsonl", "stubborn_kill.jsonl", "recorded_session.jsonl",
  ])
  func aRecordingReplaysAsItIs(name: String) async throws {
    try await ScratchDirectory.with { directory in
      let mirror = directory.path("mirror.jsonl")
      let command = [BuiltProduct.signalbox, "serve", "--mirror", mirror]
      let first = try await Transcripts.play(try FileSystem.read(Transcripts.path(name)), command: command)
      #expect(first.findings == [])
      let again = try await Transcripts.play(try FileSystem.read(mirror))
      #expect(again.findings == [])
    }
  }
}
