import LogReading
import TestSupport
import Testing

/// Which rule found what.
@Suite struct ExplanationTests {
  private static let log = "loading\nEpoch 1/3\nstep 5/10 loss: 0.5\nsaved model to out/m.pt"

  private func explanation(_ log: String, in pieces: Int) -> [RuleFinding] {
    var reader = LogReader()
    var findings: [RuleFinding] = []
    var rest = Array(log.utf8)[...]
    while !rest.isEmpty {
      findings += reader.explain(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
    }
    return findings + reader.explainEnd()
  }

  @Test func eachFindingNamesItsRuleItsLineAndWhatItAdded() {
    let findings = explanation(Self.log, in: 1_000)
    #expect(findings.map(\.rule) == ["EpochLineRule", "StepLineRule", "ArtifactRule"])
    #expect(findings.map(\.line.offset) == [8, 18, 38])
    #expect(findings[0].facts == ["start", "epoch 1.0", "of epochs 3.0"])
    #expect(findings[1].facts == ["start", "step 5", "of steps 10", "loss = 0.5"])
    #expect(findings[2].facts == ["wrote out/m.pt"])
  }

  @Test func howALogIsCutChangesNothing() {
    let whole = explanation(Self.log, in: 1_000)
    for pieces in 1...9 { #expect(explanation(Self.log, in: pieces) == whole) }
  }

  @Test func whoExplainsReadsTheSame() {
    var explaining = LogReader()
    var reading = LogReader()
    _ = explaining.explain(Array(Self.log.utf8)[...])
    _ = reading.consume(Array(Self.log.utf8)[...])
    #expect(explaining.picture == reading.picture)
  }
}
