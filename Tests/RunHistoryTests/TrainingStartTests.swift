import RunHistory
import Testing

/// When the first sign of training was seen: said once, by whoever says it first.
@Suite struct TrainingStartTests {
  @Test func theFirstWhoSaysItIsRight() throws {
    let history = try HistoryDatabase.inMemory()
    try history.insert(Examples.specification(1))
    let id = try Examples.id(1)
    try history.noteTrainingStart(at: Examples.later(3), after: 2, of: id)
    try history.noteTrainingStart(at: Examples.later(1), after: nil, of: id)
    let run = try #require(try history.run(id))
    #expect(run.trainingStartedAt == Examples.later(3))
    #expect(run.startedAfter == 2)
    #expect(run.checkpoint == nil, "nothing is said of how far the log is read")
  }

  @Test func oneThatIsSlowIsHeardThoughTheRunIsConcluded() throws {
    let history = try HistoryDatabase.inMemory()
    try history.insert(Examples.specification(1))
    let id = try Examples.id(1)
    _ = try history.conclude(id, process: nil, exit: Examples.exit, conclusion: Examples.conclusion)
    try history.noteTrainingStart(at: Examples.later(3), after: nil, of: id)
    let run = try #require(try history.run(id))
    #expect(run.trainingStartedAt == Examples.later(3))
    #expect(run.startedAfter == nil)
    #expect(run.conclusion == Examples.conclusion)
  }

  @Test func ofARunThatIsNotHereNothingIsKept() throws {
    let history = try HistoryDatabase.inMemory()
    try history.noteTrainingStart(at: Examples.later(3), after: 2, of: Examples.id(1))
    #expect(try history.entries().isEmpty)
  }
}
