import JSON
import LogReading
import Platform
import RunHistory
import SQLite
import TestSupport
import Testing
import TrainingModel

/// What is entered of a run, and what comes back.
@Suite struct RunTests {
  private func history() throws -> HistoryDatabase { try HistoryDatabase(path: "", mode: .inMemory) }

  private func kinds(_ history: HistoryDatabase, of id: RunID? = nil) throws -> [String] {
    try history.events(of: id, limit: 1000).map(\.event.kind.rawValue)
  }

  @Test func aRunIsEnteredOnce() throws {
    let history = try history()
    let specification = try Examples.specification(1, key: "k", tags: ["owner": "ü", "a": "\"b\""])
    for _ in 1...3 { try history.insert(specification) }
    #expect(
      try history.entries() == [
        RunEntry(
          id: specification.id, createdAt: specification.createdAt, tags: specification.tags, status: .queued,
          isConcluded: false)
      ])
    #expect(try history.run(specification.id) == StoredRun(specification: specification))
    #expect(try history.run(Examples.id(2)) == nil)
    let events = try history.events(limit: 10)
    #expect(
      events.map(\.event) == [
        HistoryEvent(time: specification.createdAt, kind: .created, detail: ["name": "run 1"])
      ])
    #expect(events.map(\.id) == [specification.id])
  }

  @Test func entriesAreNewestFirst() throws {
    let history = try history()
    for number in [3, 1, 4, 2] { try history.insert(Examples.specification(number)) }
    #expect(try history.entries().map(\.id) == [4, 3, 2, 1].map { try Examples.id($0) })
  }

  @Test func theListReadsNothingButAnIndex() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      _ = try HistoryDatabase(path: path)
      let plan = try Database(path: path, mode: .readOnly).rows(
        """
        EXPLAIN QUERY PLAN SELECT process_id, created_at, tags, status, is_concluded FROM runs
        INDEXED BY runs_by_age ORDER BY created_at DESC, process_id DESC
        """
      ) { $0.text(3) }
      #expect(plan == ["SCAN runs USING COVERING INDEX runs_by_age"], "a conclusion may be long")
    }
  }

  @Test func itsStartIsNotedOnce() throws {
    let history = try history()
    try history.insert(Examples.specification(1))
    let id = try Examples.id(1)
    for _ in 1...2 { try history.noteStart(Examples.process, of: id) }
    try history.noteStart(Examples.process, of: Examples.id(2))
    #expect(try history.run(id)?.process == Examples.process)
    #expect(try history.entries().map(\.status) == [.running])
    #expect(try kinds(history) == ["created", "started"])
  }

  @Test func theFirstConclusionStands() throws {
    let history = try history()
    try history.insert(Examples.specification(1))
    let id = try Examples.id(1)
    let first = try history.conclude(
      id, process: Examples.process, exit: Examples.exit, conclusion: Examples.conclusion)
    let expected = StoredRun(
      specification: try Examples.specification(1), process: Examples.process, exit: Examples.exit,
      conclusion: Examples.conclusion)
    #expect(first == expected)
    let other = ExitRecord(outcome: .lost, startedAt: nil, endedAt: Examples.later(99), duration: 0)
    let second = try history.conclude(
      id, process: nil, exit: other, conclusion: RunConclusion(log: LogPicture(), logSize: 0))
    #expect(second == expected)
    #expect(try history.run(id) == expected)
    #expect(try history.entries().map(\.status) == [.failed])
    #expect(try history.entries().map(\.isConcluded) == [true])
    #expect(try kinds(history) == ["created", "ended"])
    #expect(
      try history.events(limit: 10).last?.event
        == HistoryEvent(
          time: Examples.exit.endedAt, kind: .ended,
          detail: [
            "process_status": "failed", "end_reason": "exited", "exit_code": 3,
            "failureType": "cuda_out_of_memory",
          ]))
    try history.noteStart(Examples.process, of: id)
    #expect(try kinds(history).count == 2, "what comes late changes nothing")
    let none = try history.conclude(
      Examples.id(2), process: nil, exit: other, conclusion: Examples.conclusion)
    #expect(none == nil)
  }

  @Test func severalAreReadInTheOrderAskedFor() throws {
    let history = try history()
    for number in 1...3 { try history.insert(Examples.specification(number)) }
    let ids = try [3, 9, 1].map { try Examples.id($0) }
    #expect(try history.runs(ids).map(\.id) == [ids[0], ids[2]])
  }

  @Test func whatIsRemovedLeavesItsEvents() throws {
    let history = try history()
    let report = MetricReport(values: [.init(name: "loss", value: 1)], offset: 0)
    for number in 1...2 {
      try history.insert(Examples.specification(number, key: "k\(number)"))
      var reader = LogReader()
      _ = reader.consume(Array("a line\n".utf8)[...])
      try history.save(
        ReadingProgress(to: reader.checkpoint, events: [HistoryEvent](), metrics: [report]),
        of: Examples.id(number))
    }
    try history.remove([Examples.id(1), Examples.id(7)])
    #expect(try history.entries().map(\.id) == [Examples.id(2)])
    #expect(try history.run(Examples.id(1)) == nil)
    #expect(try history.metrics(of: Examples.id(1)).isEmpty)
    #expect(try history.metrics(of: Examples.id(2)).count == 1)
    #expect(try kinds(history, of: Examples.id(1)) == ["created"])
    let new = try Examples.specification(3, key: "k1")
    #expect(try history.claim(new) { _ in false } == new.id, "its key is free again")
  }

  // MARK: Idempotency keys

  @Test func aKeyHasOneRun() throws {
    let history = try history()
    let first = try Examples.specification(1, key: "k")
    let second = try Examples.specification(2, key: "k")
    #expect(try history.claim(first) { _ in false } == first.id)
    #expect(try history.claim(first) { _ in false } == first.id, "who has it, has it")
    #expect(try history.claim(second) { _ in false } == first.id)
    #expect(try history.entries().map(\.id) == [first.id])
    #expect(try kinds(history) == ["created"])
    let other = try Examples.specification(3, key: "K")
    #expect(try history.claim(other) { _ in false } == other.id)
    let without = try Examples.specification(4)
    #expect(try history.claim(without) { _ in false } == without.id)
  }

  @Test func aRunThatIsGoneLosesItsKey() throws {
    let history = try history()
    let first = try Examples.specification(1, key: "k")
    let second = try Examples.specification(2, key: "k")
    try history.insert(first)
    var asked: [RunID] = []
    let winner = try history.claim(second) { id in
      asked.append(id)
      return true
    }
    #expect(winner == second.id)
    #expect(asked == [first.id])
    #expect(try history.claim(first) { _ in false } == second.id)
  }

  @Test func aRunThatIsFoundAgainDoesNotTakeAKeyAway() throws {
    let history = try history()
    try history.insert(Examples.specification(1, key: "k"))
    try history.insert(Examples.specification(2, key: "k"))
    #expect(try history.entries().count == 2)
    #expect(try history.run(Examples.id(2))?.specification.idempotencyKey == "k", "what was asked for stays")
    let new = try Examples.specification(3, key: "k")
    #expect(try history.claim(new) { _ in false } == Examples.id(1))
  }

  @Test func ofManyThatClaimAKeyAtOnceOneGetsIt() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      for round in 0..<5 {
        let winners = Recorder<RunID>()
        try await withThrowingTaskGroup { group in
          for number in 1...6 {
            group.addTask {
              try await onOwnThread {
                let history = try HistoryDatabase(path: path)
                let specification = try Examples.specification(round * 10 + number, key: "key \(round)")
                winners.record(try history.claim(specification) { _ in false })
              }
            }
          }
          try await group.waitForAll()
        }
        #expect(Set(winners.all).count == 1)
        #expect(winners.count == 6)
        #expect(try HistoryDatabase(path: path).entries().count == round + 1)
      }
    }
  }

  // MARK: Rows of other programs

  private func changed(
    _ sql: String, _ check: (HistoryDatabase) throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      let history = try HistoryDatabase(path: path)
      for number in 1...2 { try history.insert(Examples.specification(number)) }
      _ = try history.conclude(
        Examples.id(1), process: Examples.process, exit: Examples.exit, conclusion: Examples.conclusion)
      try Database(path: path).execute(sql)
      try check(history)
    }
  }

  @Test func aStatusOfALaterProgramIsLeftOut() async throws {
    try await changed("UPDATE runs SET status = 'dreaming' WHERE process_id = 'train-00001'") {
      (history: HistoryDatabase) throws in
      #expect(try history.entries().map(\.id) == [Examples.id(2)])
      #expect(try history.run(Examples.id(1))?.exit == Examples.exit)
    }
  }

  @Test(arguments: ["{", "[]", "{}", #"{"version":9}"#, ""])
  func aPartThatIsNotUnderstoodIsAsIfItWereNotThere(text: String) async throws {
    try await changed(
      "UPDATE runs SET process = '\(text)', exit = '\(text)', conclusion = '\(text)', log_checkpoint = '\(text)', "
        + "is_concluded = 1, tags = '\(text)'"
    ) { (history: HistoryDatabase) throws in
      let specification = try Examples.specification(1)
      #expect(try history.run(Examples.id(1)) == StoredRun(specification: specification))
      #expect(try history.entries().map(\.tags) == [[:], [:]])
      let again = try history.conclude(
        Examples.id(1), process: nil, exit: Examples.exit, conclusion: Examples.conclusion)
      #expect(again?.conclusion == nil, "it is not ours to write over")
    }
  }

  @Test func aSpecificationThatIsNotUnderstoodIsNoRun() async throws {
    try await changed("UPDATE runs SET specification = '{}'") { (history: HistoryDatabase) throws in
      #expect(try history.run(Examples.id(1)) == nil)
      #expect(try history.runs([Examples.id(1), Examples.id(2)]).isEmpty)
      #expect(try history.entries().count == 2)
    }
  }

  @Test func labelsOfALaterProgramBecomeTheLeastThatIsTrue() async throws {
    let replaced = ["cuda_out_of_memory", "medium", "useless_unchanged", "not_verified"]
      .reduce("conclusion") { "replace(\($0), '\"\($1)\"', '\"invented_later\"')" }
    try await changed("UPDATE runs SET conclusion = \(replaced)") { (history: HistoryDatabase) throws in
      let conclusion = try #require(try history.run(Examples.id(1))?.conclusion)
      #expect(conclusion.errorSummary?.failureType == .unknown)
      #expect(conclusion.errorSummary?.confidence == .low)
      #expect(conclusion.errorSummary?.retry == .unknown)
      #expect(conclusion.errorSummary?.message == Examples.conclusion.errorSummary?.message)
      #expect(conclusion.warnings == [Examples.conclusion.warnings[0]])
      #expect(conclusion.log == Examples.conclusion.log)
    }
  }

  @Test func anEventOfALaterProgramIsToldAsItIs() async throws {
    try await changed("UPDATE events SET kind = 'celebrated', detail = '{\"how\":1}'") {
      (history: HistoryDatabase) throws in
      let events = try history.events(limit: 10)
      #expect(events.map(\.event.kind.rawValue) == ["celebrated", "celebrated", "celebrated"])
      #expect(events.first?.event.detail == ["how": 1])
    }
  }
}
