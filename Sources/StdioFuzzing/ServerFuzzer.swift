internal import JSON
package import Platform
internal import TestSupport
internal import TranscriptReplay

/// Plays against real servers through their pipes, each for some hundred or thousand frames, with clients of all manners.
///
/// Most servers are read only, so that what is called for by chance costs no process; one in four may start what it is
/// asked to, of which nothing is a program.
package struct ServerFuzzer {
  private static let framesPerLife = 2_000
  /// Where the end is what matters.
  private static let framesPerShortLife = 400
  private static let enough = 20

  private let corpus: FrameCorpus
  private let program: String
  private let clientProgram: String
  private let seed: UInt64

  /// - Parameters:
  ///   - program: `signalbox`.
  ///   - clientProgram: `fuzz`, to be started as a client and killed.
  package init(_ corpus: FrameCorpus, program: String, clientProgram: String, seed: UInt64) {
    self.corpus = corpus
    self.program = program
    self.clientProgram = clientProgram
    self.seed = seed
  }

  /// Plays until so many frames were sent, or the time is up, or too much is wrong.
  package func run(frames: Int, until deadline: MonotonicInstant) throws -> FuzzReport {
    let start = SystemClock.monotonic()
    var report = FuzzReport()
    while report.frames < frames, SystemClock.monotonic() < deadline, report.violations.count < Self.enough {
      let seed = seed &+ UInt64(report.lives)
      var random = SeededGenerator(seed: seed)
      let manners = ClientManners(&random)
      let most = manners.ending == .settled ? Self.framesPerLife : Self.framesPerShortLife
      report.add(try live(manners, seed: seed, frames: min(most, frames - report.frames)))
    }
    report.seconds = SystemClock.monotonic().seconds(since: start)
    return report
  }

  /// Plays one life of a server.
  ///
  /// - Parameter seed: of what is sent.
  package func live(_ manners: ClientManners, seed: UInt64, frames: Int) throws -> FuzzReport {
    let life = ServerLife(
      corpus: corpus, program: program, clientProgram: clientProgram, manners: manners, seed: seed)
    return try life.play(frames: frames)
  }
}
