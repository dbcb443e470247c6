internal import AgentProtocol
internal import JSON
internal import JSONRPC
package import Platform

/// Plays against sessions in this process, without pipes and trainings: for many frames.
package struct SessionFuzzer {
  /// Frames to one session.
  private static let framesPerLife = 2_000
  /// Violations after which nothing new is to be learned.
  private static let enough = 20

  private let corpus: FrameCorpus
  private let seed: UInt64

  package init(_ corpus: FrameCorpus, seed: UInt64) {
    self.corpus = corpus
    self.seed = seed
  }

  /// Plays until so many frames were sent, or the time is up, or too much is wrong.
  package func run(frames: Int, until deadline: MonotonicInstant) -> FuzzReport {
    let start = SystemClock.monotonic()
    var report = FuzzReport()
    while report.frames < frames, SystemClock.monotonic() < deadline, report.violations.count < Self.enough {
      live(
        seed: seed &+ UInt64(report.lives), frames: min(Self.framesPerLife, frames - report.frames), &report)
    }
    report.seconds = SystemClock.monotonic().seconds(since: start)
    return report
  }

  private func live(seed: UInt64, frames: Int, _ report: inout FuzzReport) {
    let (outbox, waiting) = (Outbox(), WaitingCalls())
    let tools =
      corpus.tools.map { PatientTool($0.name, schema: $0.schema) } + [
        PatientTool(PatientTool.waitingName, schema: ["type": "object"], waiting: waiting)
      ]
    let session = AgentSession(
      identity: ServerIdentity(name: "fuzz", title: "Fuzz", version: "1", instructions: "Be kind."),
      features: [ToolFeature(tools), StreamFeature()], executor: InlineExecutor(),
      send: { outbox.send($0.frame) }, complain: { outbox.complain($0) })
    var generator = FrameGenerator(corpus, seed: seed)
    var ledger = ReplyLedger()
    var splitter = FrameSplitter()
    func give(_ frame: FrameSplitter.Frame) {
      ledger.expect(frame)
      session.receive(frame)
      ledger.take(outbox.takeFrames())
    }
    for _ in 0..<frames {
      let bytes = generator.next()
      report.frames += 1
      report.bytes += bytes.count
      bytes.withUnsafeBytes { splitter.append($0) }.forEach(give)
    }
    if let last = splitter.finish() { give(last) }
    session.endStreams()
    ledger.take(outbox.takeFrames())
    // Those that wait go without an answer; all others must have had theirs.
    for id in ledger.pending where waiting.contains(id) {
      give(
        .line(
          JSONWriter.bytes([
            "jsonrpc": "2.0", "method": "notifications/cancelled", "params": ["requestId": id.json],
          ])[...]))
    }
    ledger.close()
    report.lives += 1
    report.replies += ledger.replies
    report.violations += (ledger.violations + outbox.complaints).map { "seed \(seed): \($0)" }
  }
}
