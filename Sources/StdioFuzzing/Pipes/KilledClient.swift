package import CommandLineOptions
internal import Platform
internal import TestSupport

/// A client that is a process of its own and goes on until it is killed, or its server is gone.
package struct KilledClient {
  /// How the command line of such a client begins.
  package static let command = "client"

  private let manners: ClientManners
  private let seed: UInt64

  /// - Parameter words: what `arguments` gives, with or without the command.
  package init(_ words: [String]) throws(UsageError) {
    let words = words.drop { $0 == Self.command }.map(\.self)
    guard words.count == 3, let seed = UInt64(words[0]), let reading = ClientReading(rawValue: words[1]),
      let waits = Int(words[2])
    else { throw UsageError("client SEED READING WAITS are wanted") }
    var random = SeededGenerator(seed: seed)
    manners = ClientManners(ending: .killed, reading: reading, writing: ClientWriting(&random), waits: waits)
    self.seed = seed
  }

  static func arguments(_ manners: ClientManners, seed: UInt64) -> [String] {
    [command, "\(seed)", manners.reading.rawValue, "\(manners.waits)"]
  }

  /// Plays with a server whose output is descriptor 0 and whose input is descriptor 1.
  package func run() throws {
    BrokenPipe.ignoreSignal()
    let pipes = try ServerPipes(
      input: FileDescriptor.duplicate(of: 1), output: FileDescriptor.duplicate(of: 0))
    var client = HostileClient(pipes, manners, FrameCorpus.ofRepository(), seed: seed)
    let training = manners.waits > 0 ? try client.startTraining() : nil
    if let training { try client.leaveOpen(manners.waits, on: training) }
    try client.goOn(until: SystemClock.monotonic().advanced(bySeconds: Self.longest))
  }

  /// Seconds after which nobody is there to kill it.
  private static let longest = 60.0
}
