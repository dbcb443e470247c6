internal import CommandLineOptions
internal import Platform
internal import TranscriptReplay

/// `signalbox replay`: plays transcripts and says line by line what differs.
struct ReplayCommand {
  private static let dataError: Int32 = 65  // EX_DATAERR of sysexits.h

  private var command = [ProgramPath.current, "serve"]
  private var timeout = 60.0
  private var files: [String] = []

  init(_ arguments: [String]) throws(UsageError) {
    let scanner = OptionScanner(command: "replay", options: ["server", "timeout"])
    for piece in try scanner.scan(arguments) {
      switch piece {
      case .option("server", let text):
        command = text.split(separator: " ").map(String.init)
        if command.isEmpty { throw UsageError("replay: --server needs a command") }
      case .option(let name, let text): timeout = try scanner.number(text, of: name, from: 0.001)
      case .operand(let file): files.append(file)
      case .flag: break  // none is declared
      }
    }
    if files.isEmpty { throw UsageError("replay: no transcript given; usage: replay [--server CMD] FILE...") }
  }

  /// The exit code: 0 when nothing differs, 1 when something does, 65 when a file is no transcript.
  func run() throws -> Int32 {
    // A server that dies must be an error of the write here, and Ctrl-C, which reaches the server too, must
    // leave us the time to clean up behind it.
    let signals = try SignalPipe(catching: [.hangUp, .interrupt])
    defer { _ = signals.take() }
    let player = TranscriptPlayer(command: command, environment: Environment.current, timeout: timeout)
    return try files.map { try play($0, with: player) }.max() ?? 0
  }

  private func play(_ file: String, with player: TranscriptPlayer) throws -> Int32 {
    let transcript: Transcript
    do {
      transcript = try Transcript(try FileSystem.read(file, limit: 1 << 30))
    } catch let error as TranscriptError {
      let place = error.line.map { "\(file):\($0)" } ?? file
      StandardStreams.complain("signalbox: \(place): \(error.reason)")
      return Self.dataError
    } catch let error as SystemError {
      StandardStreams.complain("signalbox: \(file): \(error.reason)")
      return Self.dataError
    }
    let outcome = try player.play(transcript, path: file)
    guard !outcome.findings.isEmpty else {
      try StandardStreams.write("\(file): \(outcome.messages) messages, no difference\n")
      return 0
    }
    for finding in outcome.findings {
      try StandardStreams.write("\(file):\(finding.line): \(finding.text)\n")
    }
    return 1
  }
}
