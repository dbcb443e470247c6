internal import CommandLineOptions
internal import DemoTraining
internal import Platform
internal import TranscriptReplay

/// `signalbox demo`: the main job in one command, through a real server, as an agent would do it.
struct DemoCommand {
  /// Passes over the data in one epoch of the training that is shown.
  ///
  /// So many that the wait outlasts the two seconds after which the server first tells of progress. Unoptimized
  /// code is so much slower that as many would not be watched to the end.
  #if DEBUG
    private var passes = DemoTraining.defaultPassesPerEpoch / 20
  #else
    private var passes = DemoTraining.defaultPassesPerEpoch * 4 / 3
  #endif

  init(_ arguments: [String]) throws(UsageError) {
    let scanner = OptionScanner(command: "demo", options: ["passes"])
    for piece in try scanner.scan(arguments) {
      switch piece {
      case .option(let name, let text): passes = try scanner.number(text, of: name, from: 1)
      case .operand(let text), .flag(let text): throw UsageError("demo: '\(text)' is no option")
      }
    }
  }

  /// The exit code: 1 when anything is not as it should be.
  func run() throws -> Int32 {
    // A server that dies must be an error of the write here, and Ctrl-C, which reaches the server too, must
    // leave us the time to clean up behind it.
    let signals = try SignalPipe(catching: [.hangUp, .interrupt])
    defer { _ = signals.take() }
    let scratch = try ScratchHome(prefix: "signalbox-demo.")
    let server = try ServerProcess(
      ServerLaunch(
        program: ProgramPath.current, arguments: ["serve", "--root", scratch.root],
        environment: scratch.environment(over: Environment.current), directory: scratch.root))
    var demo = Demo(client: AgentClient(server), program: ProgramPath.current, passes: passes)
    do {
      let processes = try demo.converse()
      try demo.hangUp(leaving: processes, in: scratch)
      return 0
    } catch {
      // With the last reference to the server goes the server, and with it its runs.
      StandardStreams.complain("signalbox: the demo failed: \(error)")
      return 1
    }
  }
}
