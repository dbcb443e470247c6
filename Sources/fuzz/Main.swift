internal import Platform
internal import StdioFuzzing
internal import TestSupport

/// `fuzz`: sends what no client should send, and prints figures.
@main
enum Main {
  static func main() { ProofProgram.main("fuzz", usage: FuzzOptions.usage, run) }

  /// Whether all is as it should be.
  private static func run(_ arguments: [String]) throws -> Bool {
    if arguments.first == KilledClient.command {
      try KilledClient(arguments).run()
      return true
    }
    let options = try FuzzOptions(arguments)
    let seed = options.seed ?? UInt64(truncatingIfNeeded: SystemClock.wallNanoseconds() / 1_000)
    let program = options.server ?? BuiltProduct.signalbox
    let deadline = SystemClock.monotonic().advanced(bySeconds: options.seconds)
    let corpus = FrameCorpus.ofRepository()
    try StandardStreams.write("Fuzzing, seed \(seed)\n")
    let servers = try ServerFuzzer(
      corpus, program: program, clientProgram: ProgramPath.current, seed: seed
    )
    .run(frames: options.serverFrames, until: deadline)
    try tell("servers ", servers)
    let sessions = SessionFuzzer(corpus, seed: seed).run(frames: options.frames, until: deadline)
    try tell("sessions", sessions)
    return servers.violations.isEmpty && sessions.violations.isEmpty
  }

  private static func tell(_ what: String, _ report: FuzzReport) throws {
    try StandardStreams.write("\(what)  \(report.text)\n")
    for violation in report.violations { try StandardStreams.write("  \(violation)\n") }
  }
}
