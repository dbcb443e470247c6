import Platform
import TestSupport
import TranscriptReplay

/// The transcripts of fixtures, and a player for the program that was built with the tests.
enum Transcripts {
  /// The names of all of them; empty when the directory is not there, which a test looks at.
  static let names: [String] = {
    let files = try? Repository.files(under: "fixtures/transcripts", suffix: ".jsonl")
    return (files ?? []).compactMap { $0.split(separator: "/").last.map(String.init) }
  }()

  static func path(_ name: String) -> String { Repository.path("fixtures/transcripts/\(name)") }

  /// Plays what `text` holds as if it lay beside the fixtures.
  static func play(
    _ text: [UInt8], command: [String] = [BuiltProduct.signalbox, "serve"], timeout: Double = 60
  ) async throws -> ReplayOutcome {
    BrokenPipe.ignoreSignal()
    let transcript = try Transcript(text)
    let player = TranscriptPlayer(command: command, environment: .current, timeout: timeout)
    return try await onOwnThread { try player.play(transcript, path: path("a.jsonl")) }
  }
}
