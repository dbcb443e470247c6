import JSON
import RunHistory
import SQLite
import Scheduling
import TestSupport
import Testing
import TrainingModel

/// The feed of a home: one order for all who write, every cursor answered, and the oldest events let go.
@Suite struct FeedTests {
  private static let kinds: Set<HistoryEvent.Kind> = [
    .created, .started, .ended, .scheduleFired, .scheduleMissed, .scheduleCompleted,
  ]

  private func feed(
    _ history: HistoryDatabase, _ start: FeedQuery.Start, limit: Int = 100,
    kinds: Set<HistoryEvent.Kind> = kinds, run: RunID? = nil, schedule: ScheduleID? = nil
  ) throws -> FeedPage {
    try history.feed(FeedQuery(start: start, limit: limit, kinds: kinds, run: run, schedule: schedule))
  }

  private func schedule() throws -> ScheduleRecord {
    let created = Examples.created
    return ScheduleRecord(
      schedule: Schedule(
        id: try #require(ScheduleID("schedule-1")),
        definition: ScheduleDefinition(
          name: "test", trigger: TriggerSpecification(.interval(seconds: 60), timeZone: "UTC"),
          start: TrainingCommand(command: ["true"])),
        createdAt: created, updatedAt: created, triggerSetAt: created),
      progress: ScheduleProgress(state: ScheduleState(handledThrough: created), status: .active))
  }

  @Test func aReaderThatComesBackMissesNothingAndSeesNothingTwice() throws {
    let history = try HistoryDatabase.inMemory()
    for number in 1...5 { try history.insert(Examples.specification(number)) }
    let first = try feed(history, .oldest, limit: 2)
    #expect(first.hasMore)
    let rest = try feed(history, .after(first.next))
    #expect(try (first.entries + rest.entries).map(\.run) == (1...5).map { try Examples.id($0) })
    #expect(!rest.hasMore && rest.gap == nil)
    #expect(try feed(history, .after(rest.next)).entries.isEmpty)
    try history.noteStart(Examples.process, of: Examples.id(3))
    let news = try feed(history, .after(rest.next))
    #expect(news.entries.map(\.event.kind) == [.started])
    #expect(news.entries.map(\.name) == ["run 3"])
    #expect(try feed(history, .after(rest.next)) == news, "nothing is consumed by reading")
  }

  @Test func withoutACursorTheNewestAreTold() throws {
    let history = try HistoryDatabase.inMemory()
    for number in 1...5 { try history.insert(Examples.specification(number)) }
    let newest = try feed(history, .newest, limit: 2)
    #expect(try newest.entries.map(\.run) == [4, 5].map { try Examples.id($0) })
    #expect(!newest.hasMore)
    #expect(try feed(history, .after(newest.next)).entries.isEmpty)
  }

  @Test func aFilterMovesTheCursorPastWhatItLeavesOut() throws {
    let history = try HistoryDatabase.inMemory()
    for number in 1...5 { try history.insert(Examples.specification(number)) }
    let page = try feed(history, .oldest, kinds: [.ended])
    #expect(page.entries.isEmpty && !page.hasMore)
    #expect(try feed(history, .after(page.next)).entries.isEmpty)
    let ofOne = try feed(history, .oldest, run: Examples.id(2))
    #expect(try ofOne.entries.map(\.run) == [Examples.id(2)])
  }

  @Test func theOldestGoAndWhoAsksForThemIsTold() async throws {
    try await ScratchDirectory.with { scratch in
      let history = try HistoryDatabase(path: scratch.path("history.db"), feedCapacity: 10)
      try history.insert(Examples.specification(1))
      let early = try feed(history, .oldest).next
      for number in 2...11 { try history.insert(Examples.specification(number)) }
      #expect(
        try feed(history, .after(early)).gap == nil, "what it knows is gone, what it does not know is not")
      #expect(try feed(history, .after(early)).entries.count == 10)
      try history.insert(Examples.specification(12))
      let page = try feed(history, .after(early))
      #expect(page.gap == .expired)
      #expect(page.entries.count == 10)
      #expect(try feed(history, .after(page.next)).gap == nil)
    }
  }

  @Test func aCursorOfALostHistoryGoesOnWhereItWasInTime() throws {
    let lost = try HistoryDatabase.inMemory()
    for number in 1...9 { try lost.insert(Examples.specification(number)) }
    let cursor = try feed(lost, .oldest, limit: 4).next
    let made = try HistoryDatabase.inMemory()
    for number in 1...9 { try made.insert(Examples.specification(number)) }
    let page = try feed(made, .after(cursor))
    #expect(page.gap == .remade)
    #expect(try page.entries.map(\.run) == (4...9).map { try Examples.id($0) })
    #expect(try feed(made, .after(page.next)).gap == nil)
  }

  /// A power cut may take the last commits; what comes after gets their numbers again.
  @Test func aNumberThatCameAgainIsNoticed() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      let history = try HistoryDatabase(path: path)
      for number in 1...3 { try history.insert(Examples.specification(number)) }
      let cursor = try feed(history, .oldest).next
      let other = try Database(path: path)
      try other.execute("DELETE FROM events WHERE sequence = 3; UPDATE sqlite_sequence SET seq = 2")
      #expect(try feed(history, .after(cursor)).gap == .remade)
      try history.insert(Examples.specification(4))
      let page = try feed(history, .after(cursor))
      #expect(page.gap == .remade)
      #expect(try page.entries.map(\.run) == [Examples.id(4)])
    }
  }

  @Test func whatIsEnteredLaterHasALargerNumberWhoeverEntersIt() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      let reader = try HistoryDatabase(path: path)
      try await withThrowingTaskGroup { group in
        for writer in 0..<4 {
          group.addTask {
            try await onOwnThread {
              let history = try HistoryDatabase(path: path)
              for number in 1...25 { try history.insert(Examples.specification(writer * 25 + number)) }
            }
          }
        }
        group.addTask {
          try await onOwnThread {
            // Whatever it saw once, nothing comes before it later.
            let history = try HistoryDatabase(path: path)
            var seen: [Int64] = []
            var place = FeedQuery.Start.oldest
            while seen.count < 100 {
              let page = try history.feed(FeedQuery(start: place, limit: 7, kinds: Self.kinds))
              seen += page.entries.map(\.sequence)
              place = .after(page.next)
            }
            #expect(seen == seen.sorted())
            #expect(Set(seen).count == 100)
          }
        }
        try await group.waitForAll()
      }
      let all = try reader.feed(FeedQuery(start: .oldest, limit: 200, kinds: Self.kinds))
      #expect(all.entries.count == 100)
    }
  }

  @Test func aScheduleTellsWhatBecomesOfItsOccurrences() throws {
    let history = try HistoryDatabase.inMemory()
    let record = try schedule()
    let id = record.schedule.id
    try history.insert(record, nextDue: Examples.later(60))
    let missed = Execution(
      id: "execution-1", schedule: id, scheduledFor: Examples.later(60), status: .missed,
      errorMessage: "No server was open.")
    let run = RunSpecification(
      id: try Examples.id(2), command: ["true"], workingDirectory: "/", createdAt: Examples.later(120),
      occurrence: ScheduledOccurrence(schedule: id, scheduledFor: Examples.later(120)))
    let fired = Execution(
      id: "execution-2", schedule: id, scheduledFor: Examples.later(120), startedAt: Examples.later(121),
      status: .running, run: run.id)
    for _ in 1...2 {
      // The second time nothing of it is new.
      _ = try history.change(id) { record, _ in
        record.progress.status = .completed
        return ScheduleStep(runs: [run], executions: [missed, fired], nextDue: nil)
      }
    }
    try history.noteStart(Examples.process, of: run.id)
    let page = try feed(history, .oldest, schedule: id)
    #expect(
      page.entries.map(\.event.kind)
        == [.created, .scheduleMissed, .scheduleFired, .scheduleCompleted, .started])
    #expect(page.entries.map(\.run) == [run.id, nil, run.id, nil, run.id])
    #expect(page.entries[1].event.detail["message"] == "No server was open.")
    #expect(page.entries[1].name == "test")
    #expect(page.entries[2].event.time == Examples.later(121))
  }

  @Test func aRestoredHistoryTellsWhatTheDirectoriesKnow() throws {
    let history = try HistoryDatabase.inMemory()
    let ended = RunRecord(
      specification: try Examples.specification(1), process: Examples.process, exit: Examples.exit,
      kept: KeptConclusion(conclusion: Examples.conclusion, trainingStartedAt: nil, startedAfter: nil))
    let running = RunRecord(
      specification: try Examples.specification(2), process: Examples.process, exit: nil, kept: nil)
    for _ in 1...2 { try history.restore([running, ended]) }
    let page = try feed(history, .oldest)
    #expect(page.entries.map(\.event.kind) == [.created, .started, .ended, .created, .started])
    #expect(page.entries[2].event.detail["failureType"] == "cuda_out_of_memory")
  }

  @Test(arguments: ["", "a", "a.1", "a.1.2.3", ".1.2", "a.-1.2", "a.x.2", "a.1.", "a.99999999999999999999.1"])
  func whatIsNoCursorIsNone(text: String) {
    #expect(FeedCursor(text) == nil)
  }

  @Test func aCursorIsReadAsItWasWritten() throws {
    let cursor = try feed(try HistoryDatabase.inMemory(), .oldest).next
    #expect(FeedCursor(cursor.text) == cursor)
    #expect(FeedCursor(FeedCursor.beginning.text) == .beginning)
  }
}
