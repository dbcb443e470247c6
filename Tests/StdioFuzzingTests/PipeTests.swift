import Platform
import StdioFuzzing
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Real servers whose clients treat their pipes as nobody should; `make fuzz` goes through all of it at random.
@Suite(.blocking, .timeLimit(.minutes(10))) struct PipeTests {
  private static let ways: [ClientManners] = [
    ClientManners(ending: .settled, reading: .crumbs, writing: .pieces(most: 7), hasNarrowPipes: true),
    ClientManners(ending: .settled, reading: .late, writing: .bursts(bytes: 1 << 16)),
    ClientManners(ending: .halfClosed, reading: .steady, waits: 40),
    ClientManners(ending: .midFrame, reading: .crumbs, writing: .pieces(most: 5_000)),
    ClientManners(ending: .unread, reading: .never, writing: .bursts(bytes: 1 << 14), waits: 10),
    ClientManners(ending: .deaf, reading: .steady, waits: 10),
    ClientManners(ending: .unread, reading: .never, floods: true),
    ClientManners(ending: .hungUp, reading: .late, writing: .pieces(most: 5_000), hasNarrowPipes: true),
    ClientManners(ending: .killed, reading: .steady, waits: 10),
    ClientManners(ending: .killed, reading: .never, hasNarrowPipes: true),
  ]

  private static let corpus = FrameCorpus.ofRepository()

  @Test(arguments: ways) func aServerOutlivesNoClientAndOwesItNothing(manners: ClientManners) throws {
    let report = try fuzzer(BuiltProduct.signalbox).live(manners, seed: 7, frames: 60)
    #expect(report.violations == [])
    #expect(report.lives == 1)
  }

  @Test func aServerThatIsNoneIsFoundOut() async throws {
    try await ScratchDirectory.with { scratch in
      let reply = #"{"jsonrpc":"2.0","id":"of nobody","result":{}}"#
      let program = try scratch.write(
        "server", "#!/bin/sh\nread line\necho '\(reply)'\necho 'no object'\nexit 3\n")
      chmod(program, 0o700)
      let report = try fuzzer(program).live(ClientManners(ending: .halfClosed), seed: 7, frames: 60)
      let text = report.violations.joined(separator: "\n")
      #expect(text.contains("the server has ended before its client"))
      #expect(text.contains("a reply to no request"))
      #expect(text.contains("a line that is no JSON"))
      #expect(text.contains("exited(code: 3)"))
      #expect(text.contains("the home cannot be read"))
    }
  }

  private func fuzzer(_ program: String) throws -> ServerFuzzer {
    ServerFuzzer(
      Self.corpus, program: program, clientProgram: try #require(BuiltProduct.path("fuzz")), seed: 7)
  }
}
