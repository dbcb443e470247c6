import CommandLineOptions
import JSON
import Platform
import StdioFuzzing
import TestSupport
import Testing

/// A short run of the fuzzer, the same each time; `make fuzz` is the long one.
@Suite(.timeLimit(.minutes(10))) struct FuzzTests {
  private static let corpus = FrameCorpus.ofRepository()
  private static var never: MonotonicInstant { SystemClock.monotonic().advanced(bySeconds: 86_400) }

  @Test func sessionsHoldAgainstWhateverIsSent() {
    let report = SessionFuzzer(Self.corpus, seed: 7).run(frames: 4_000, until: Self.never)
    #expect(report.violations == [])
    #expect(report.frames == 4_000)
    #expect(report.replies > 1_000)
  }

  @Test func aServerHoldsAgainstWhateverIsSent() throws {
    let report = try ServerFuzzer(
      Self.corpus, program: BuiltProduct.signalbox, clientProgram: try #require(BuiltProduct.path("fuzz")),
      seed: 1_000
    )
    .run(frames: 300, until: Self.never)
    #expect(report.violations == [])
    #expect(report.replies > 100)
  }

  @Test func theSameSeedSendsTheSame() {
    var one = FrameGenerator(Self.corpus, seed: 5)
    var other = FrameGenerator(Self.corpus, seed: 5)
    var differs = FrameGenerator(Self.corpus, seed: 6)
    let frames = (1...200).map { _ in one.next() }
    #expect(frames == (1...200).map { _ in other.next() })
    #expect(frames != (1...200).map { _ in differs.next() })
    // Broken ones and whole ones: who sends only one kind finds nothing.
    // What cannot be parsed is what is counted here.
    let whole = frames.count { (try? JSONParser.parse($0)) != nil }
    #expect((100..<198).contains(whole))
  }

  @Test(arguments: [["--frames"], ["--frames", "-1"], ["--frames", "x"], ["--what", "1"]])
  func aCommandLineThatMakesNoSenseIsRefused(arguments: [String]) {
    #expect(throws: UsageError.self) { try FuzzOptions(arguments) }
  }
}
