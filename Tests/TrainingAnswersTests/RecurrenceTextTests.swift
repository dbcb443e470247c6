import Testing
import TrainingModel

@testable import TrainingAnswers

@Suite struct RecurrenceTextTests {
  private func sentence(_ start: FailureRecurrence.Start, count: Int = 1) throws -> String {
    let id = try #require(RunID("train-1"))
    return FailureRecurrence(
      runs: [.init(id: id, endedAt: "2026-11-21T03:40:00.000Z")], count: count, start: start
    ).sentence
  }

  @Test func whatCannotHelpIsSaidFirst() throws {
    let text = try sentence(.unchanged(runsInARow: 3), count: 2)
    #expect(
      text.hasPrefix(
        "The third run in a row that died of this, and neither the command nor the code changed: starting it "
          + "again unchanged will fail again. 2 earlier runs died of the same (the last: train-1,"))
    #expect(try sentence(.unchanged(runsInARow: 21)).hasPrefix("The 21st run"))
    #expect(try sentence(.unchanged(runsInARow: 12)).hasPrefix("The 12th run"))
  }

  @Test func oneThatMayBeChanceIsNotCalledHopeless() throws {
    #expect(
      try sentence(.unchanged(runsInARow: 2)).contains("neither the command nor the code changed since"))
    #expect(try sentence(.unchanged(runsInARow: 1)).contains("did not die of it"))
  }

  @Test func whatChangedIsNamed() throws {
    #expect(
      try sentence(.changed([.command, .environment, .code]))
        == "An earlier run died of the same (train-1, 2026-11-21T03:40:00.000Z); since then the command, the "
        + "environment and the code changed, and that did not mend it.")
    #expect(try sentence(.unknownCode, count: 1000).hasPrefix("1000 earlier runs or more"))
  }
}
