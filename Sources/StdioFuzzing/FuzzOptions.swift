package import CommandLineOptions

/// The command line of `fuzz`.
package struct FuzzOptions: Hashable, Sendable {
  /// Frames to sessions in this process.
  package var frames = 10_000_000
  /// Frames to real servers.
  package var serverFrames = 200_000
  /// Seconds for all of it.
  package var seconds = 3_600.0
  /// Decides all that is random; nil leaves it to the clock.
  package var seed: UInt64?
  /// The program under test; nil for the one that was built with this one.
  package var server: String?

  package static let usage = """
    fuzz [--frames N] [--server-frames N] [--seconds LIMIT] [--seed S] [--server PATH]
    Sends well-formed and broken frames of both eras to sessions in this process, and to real servers, through pipes
    that are read late or not at all and closed at any moment. Exit code 1 when one of them breaks, hangs, grows,
    answers twice or not at all, or leaves something behind.

    """

  /// - Parameter arguments: without the name of the program.
  package init(_ arguments: [String]) throws(UsageError) {
    let scanner = OptionScanner(
      command: "fuzz", options: ["frames", "server-frames", "seconds", "seed", "server"])
    for piece in try scanner.scan(arguments) {
      switch piece {
      case .option("frames", let text): frames = try scanner.number(text, of: "frames", from: 0)
      case .option("server-frames", let text):
        serverFrames = try scanner.number(text, of: "server-frames", from: 0)
      case .option("seconds", let text): seconds = try scanner.number(text, of: "seconds", from: 0)
      case .option("seed", let text): seed = try scanner.number(text, of: "seed", from: 0)
      case .option(_, let path): server = path
      case .operand(let text), .flag(let text): throw UsageError("fuzz: '\(text)' is no option")
      }
    }
  }
}
