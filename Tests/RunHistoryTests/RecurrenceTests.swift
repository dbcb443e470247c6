import LogReading
import RunHistory
import RunStore
import Testing
import TrainingModel

/// Earlier runs that died of the same, as the history knows them.
@Suite struct RecurrenceTests {
  private static let clean = CodeState(commit: "c1", workTree: .clean, root: "/r")

  /// Enters runs one after the other and tells what is known of each at its end.
  private struct Story {
    let history: HistoryDatabase
    var number = 0

    init() throws { history = try HistoryDatabase.inMemory() }

    /// - Parameter fingerprint: nil for a run that completed.
    mutating func run(
      _ fingerprint: String?, command: [String] = ["python", "train.py"], directory: String = "/w",
      environment: (names: [String], digest: String?) = ([], nil), code: CodeState? = RecurrenceTests.clean,
      outcome: RunOutcome = .exited(code: 1), endedAt: Int64? = nil
    ) throws -> FailureRecurrence? {
      number += 1
      let specification = RunSpecification(
        id: try Examples.id(number), command: command, workingDirectory: directory,
        environmentNames: environment.names, environmentDigest: environment.digest,
        createdAt: Examples.later(Int64(number)))
      let exit = ExitRecord(
        outcome: fingerprint == nil && outcome == .exited(code: 1) ? .exited(code: 0) : outcome,
        startedAt: nil, endedAt: Examples.later(endedAt ?? Int64(number) + 100), duration: 1)
      try history.insert(specification)
      let found = try fingerprint.flatMap {
        try history.recurrence(of: $0, in: specification, endedAt: exit.endedAt, code: code)
      }
      let summary = fingerprint.map {
        ErrorSummary(
          failureType: .codeError, message: "m", confidence: .low, retry: .unknown, fingerprint: $0,
          recurrence: found)
      }
      let kept = try history.conclude(
        specification.id, process: nil, exit: exit,
        conclusion: RunConclusion(log: LogPicture(), logSize: 0, errorSummary: summary, code: code))
      #expect(kept?.conclusion?.errorSummary == summary, "it comes back as it went")
      return found
    }
  }

  @Test func aFirstFailureIsLikeNoOther() throws {
    var story = try Story()
    #expect(try story.run("a") == nil)
    #expect(try story.run("b") == nil)
    #expect(try story.run(nil) == nil)
  }

  @Test func unchangedRunsAreCountedInARow() throws {
    var story = try Story()
    _ = try story.run("a")
    #expect(try story.run("a")?.start == .unchanged(runsInARow: 2))
    let third = try #require(try story.run("a"))
    #expect(third.start == .unchanged(runsInARow: 3))
    #expect(third.isHopeless)
    #expect(third.count == 2)
    #expect(try third.runs.map(\.id) == [Examples.id(2), Examples.id(1)])
    #expect(third.runs.first?.endedAt == Examples.later(102).rfc3339)
  }

  @Test func atMostFiveAreNamedAndAllAreCounted() throws {
    var story = try Story()
    for _ in 1...9 { _ = try story.run("a") }
    let tenth = try #require(try story.run("a"))
    #expect(try tenth.runs.map(\.id) == (5...9).reversed().map { try Examples.id($0) })
    #expect(tenth.count == 9)
  }

  @Test func whatChangedSinceTheLastIsNamed() throws {
    var story = try Story()
    _ = try story.run("a")
    #expect(try story.run("a", command: ["python", "train.py", "-v"])?.start == .changed([.command]))
    #expect(try story.run("a")?.start == .changed([.command]), "held against the last, not against any")
    let changed = CodeState(commit: "c1", workTree: .dirty(digest: "d"), root: "/r")
    #expect(try story.run("a", code: changed)?.start == .changed([.code]))
    #expect(
      try story.run("a", directory: "/x", environment: (["A"], "1"))?.start
        == .changed([.directory, .environment, .code]))
  }

  @Test func valuesOfVariablesCount() throws {
    var story = try Story()
    _ = try story.run("a", environment: (["A"], "1"))
    #expect(try story.run("a", environment: (["A"], "1"))?.start == .unchanged(runsInARow: 2))
    #expect(try story.run("a", environment: (["A"], "2"))?.start == .changed([.environment]))
    _ = try story.run("a", environment: (["A"], nil))
    #expect(try story.run("a", environment: (["A"], nil))?.start == .changed([.environment]), "nobody knows")
  }

  @Test func withoutCodeNothingIsSaidToBeUnchanged() throws {
    var story = try Story()
    _ = try story.run("a", code: nil)
    #expect(try story.run("a", code: nil)?.start == .unknownCode)
    #expect(try story.run("a")?.start == .unknownCode)
    let tooMuch = CodeState(commit: "c1", workTree: .dirty(digest: nil), root: "/r")
    _ = try story.run("b", code: tooMuch)
    #expect(try story.run("b", code: tooMuch)?.start == .unknownCode)
  }

  @Test func whatDidNotDieOfItBreaksTheRow() throws {
    var story = try Story()
    for _ in 1...3 { _ = try story.run("a") }
    _ = try story.run(nil)
    #expect(try story.run("a")?.start == .unchanged(runsInARow: 1))
    #expect(try story.run("a")?.start == .unchanged(runsInARow: 2))
    _ = try story.run("b")
    #expect(try story.run("a")?.start == .unchanged(runsInARow: 1))
    _ = try story.run(nil, outcome: .stopped(.killRequested, status: .signalled(.terminate)))
    #expect(try story.run("a")?.start == .unchanged(runsInARow: 2), "one that was stopped tells nothing")
  }

  @Test func earlierIsWhatEndedBeforeWhoeverConcludesItWhen() throws {
    var story = try Story()
    _ = try story.run("a", endedAt: 500)
    #expect(try story.run("a", endedAt: 400) == nil)
    #expect(try story.run("a", endedAt: 450)?.runs.map(\.id) == [Examples.id(2)])
  }

  @Test func itIsKnownAgainWhenTheHistoryIsMadeAnew() throws {
    let history = try HistoryDatabase.inMemory()
    let specification = try Examples.specification(1)
    let summary = ErrorSummary(
      failureType: .codeError, message: "m", confidence: .low, retry: .unknown, fingerprint: "a")
    try history.restore([
      RunRecord(
        specification: specification, process: nil, exit: Examples.exit,
        kept: KeptConclusion(
          conclusion: RunConclusion(log: LogPicture(), logSize: 0, errorSummary: summary, code: Self.clean),
          trainingStartedAt: nil, startedAfter: nil))
    ])
    let found = try history.recurrence(
      of: "a", in: try Examples.specification(2), endedAt: Examples.later(900), code: Self.clean)
    #expect(found?.runs.map(\.id) == [specification.id])
  }
}
