import JSON
import LogReading
import MetricCurves
import Platform
import SQLite
import TestSupport
import Testing
import TrainingModel

@testable import RunHistory

/// Whatever the servers are that read a log, and wherever they stop: each line of it is saved once.
@Suite struct ReadingTests {
  private static let time = Examples.later(100)

  /// A server that follows a log and now and then saves what it read.
  private struct Server {
    let history: HistoryDatabase
    var reader = LogReader()
    /// Bytes that were given to the reader.
    var position = 0
    var unsaved: [LogEvent] = []

    mutating func read(_ log: [UInt8], to end: Int) {
      guard end > position else { return }
      unsaved += reader.consume(log[position..<end])
      position = end
    }

    mutating func save() throws {
      let progress = ReadingProgress(to: reader.checkpoint, events: unsaved, at: time)
      try history.save(progress, of: Examples.id(1))
      unsaved = []
    }

    /// Another server takes over where the history says that somebody stood.
    mutating func restart() throws {
      let checkpoint = try history.run(Examples.id(1))?.checkpoint ?? .start
      reader = LogReader(resuming: checkpoint)
      position = Int(checkpoint.offset)
      unsaved = []
    }

    mutating func finish(_ log: [UInt8]) throws {
      read(log, to: log.count)
      unsaved += reader.finish()
      try save()
    }
  }

  /// Everything that was saved of the log.
  private struct Saved: Equatable {
    var events: [HistoryEvent]
    var metrics: [MetricPoint]
    var checkpoint: LogReader.Checkpoint?

    init(_ history: HistoryDatabase) throws {
      events = try history.events(limit: 10_000).map(\.event).filter { $0.offset != nil }
      metrics = try history.metrics(of: Examples.id(1))
      checkpoint = try history.run(Examples.id(1))?.checkpoint
    }
  }

  private static func log(using generator: inout SeededGenerator) -> [UInt8] {
    let lines = [
      "Loading…\n", "\r 50%|█████     | 5/10 [00:01<00:01, 9.0it/s, loss=0.5]", "\n", "Epoch 2/9\r\n",
      #"{"event":"epoch_train","epoch":1,"step":2,"metrics":{"loss":0.5,"acc":"nan"}}"# + "\n",
      #"{"event":"stage","name":"tune","index":1}"# + "\n", "Model saved to out/\n",
      #"{"event":"training_error","error_type":"E","error_message":"m"}"# + "\n", "Training complete.\n",
    ]
    let count = Int.random(in: 5...60, using: &generator)
    return (0..<count).flatMap { number -> [UInt8] in
      let line = lines.randomElement(using: &generator) ?? ""
      return Array((line.hasPrefix("Model") ? "Model saved to out/\(number).pt\n" : line).utf8)
    }
  }

  @Test(arguments: 1...60)
  func severalServersSaveEachLineOnce(seed: Int) async throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let log = Self.log(using: &generator)
    let expected = try reference(log)
    #expect(!expected.events.isEmpty || !expected.metrics.isEmpty)
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      var servers = [
        Server(history: try HistoryDatabase(path: path)), Server(history: try HistoryDatabase(path: path)),
      ]
      try servers[0].history.insert(Examples.specification(1))
      var size = 0
      while size < log.count {
        size = min(log.count, size + Int.random(in: 0...200, using: &generator))
        let number = Int.random(in: 0...1, using: &generator)
        let ahead = Int.random(in: 0...size, using: &generator)
        servers[number].read(log, to: ahead)
        switch Int.random(in: 0...3, using: &generator) {
        case 0, 1: try servers[number].save()
        case 2: try servers[number].restart()
        default: break
        }
      }
      for number in servers.indices.shuffled(using: &generator) { try servers[number].finish(log) }
      let saved = try Saved(servers[0].history)
      #expect(saved.events == expected.events)
      #expect(saved.metrics == expected.metrics)
      #expect(saved.checkpoint == expected.checkpoint)
    }
  }

  private func reference(_ log: [UInt8]) throws -> Saved {
    var server = Server(history: try HistoryDatabase(path: "", mode: .inMemory))
    try server.history.insert(Examples.specification(1))
    try server.finish(log)
    return try Saved(server.history)
  }

  // MARK: What changes nothing

  private func checkpoint(at offset: Int) -> LogReader.Checkpoint {
    var reader = LogReader()
    _ = reader.consume((Array(repeating: UInt8(ascii: "x"), count: offset - 1) + [UInt8(ascii: "\n")])[...])
    return reader.checkpoint
  }

  private func event(_ offset: Int64?) -> HistoryEvent {
    HistoryEvent(time: Self.time, kind: .stage, offset: offset, detail: ["name": "s"])
  }

  @Test func whatIsSavedAlreadyIsNotSavedAgain() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    try history.insert(Examples.specification(1))
    let id = try Examples.id(1)
    let first = ReadingProgress(
      to: checkpoint(at: 50), events: [event(10), event(40)], trainingStartedAt: Examples.later(3),
      startedAfter: 2)
    #expect(try history.save(first, of: id) == .saved)
    #expect(try history.save(first, of: id) == .known)
    let less = ReadingProgress(to: checkpoint(at: 30), events: [event(10)])
    #expect(try history.save(less, of: id) == .known)
    let more = ReadingProgress(
      to: checkpoint(at: 90), events: [event(10), event(49), event(50), event(60)],
      metrics: [
        MetricReport(values: [.init(name: "a", value: 1)], offset: 49),
        MetricReport(values: [.init(name: "a", value: 2)], offset: 50),
      ], trainingStartedAt: Examples.later(9), startedAfter: 8)
    #expect(try history.save(more, of: id) == .saved)
    #expect(try history.events(limit: 10).compactMap(\.event.offset) == [10, 40, 50, 60])
    #expect(try history.metrics(of: id).map(\.value) == [2])
    let run = try #require(try history.run(id))
    #expect(run.checkpoint?.offset == 90)
    #expect(run.trainingStartedAt == Examples.later(3), "who saw it first knows when it was")
    #expect(run.startedAfter == 2)
  }

  @Test func whatBeginsBehindWhatIsKnownIsAGapAndChangesNothing() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    try history.insert(Examples.specification(1))
    let id = try Examples.id(1)
    let late = ReadingProgress(from: 60, to: checkpoint(at: 90), events: [event(70)])
    #expect(try history.save(late, of: id) == .gap)
    #expect(try history.run(id)?.checkpoint == nil)
    let between = ReadingProgress(to: checkpoint(at: 60), events: [event(10)])
    #expect(try history.save(between, of: id) == .saved)
    #expect(try history.save(late, of: id) == .saved)
    #expect(try history.events(limit: 10).compactMap(\.event.offset) == [10, 70])
  }

  @Test func aRunThatIsNotHereIsNotSaved() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    let progress = ReadingProgress(to: checkpoint(at: 5), events: [event(0)])
    #expect(try history.save(progress, of: Examples.id(1)) == .known)
    #expect(try history.events(limit: 1).isEmpty)
  }

  @Test func afterTheConclusionNothingIsSaved() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    try history.insert(Examples.specification(1))
    let id = try Examples.id(1)
    try history.save(ReadingProgress(to: checkpoint(at: 5), events: [event(0)]), of: id)
    _ = try history.conclude(id, process: nil, exit: Examples.exit, conclusion: Examples.conclusion)
    #expect(
      try history.save(ReadingProgress(to: checkpoint(at: 9), events: [event(6)]), of: id) == .known)
    #expect(try history.events(limit: 9).map(\.event.kind) == [.created, .stage, .ended])
    #expect(try history.run(id)?.checkpoint == nil)
  }

  @Test func aLogThatInventsStagesIsBounded() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    try history.insert(Examples.specification(1))
    for piece in 1...3 {
      let events = (0..<1000).map { event(Int64(piece * 1000 + $0)) }
      try history.save(
        ReadingProgress(to: checkpoint(at: piece * 1000 + 1000), events: events), of: Examples.id(1))
    }
    #expect(try history.events(limit: 10_000).count == HistoryDatabase.maximumLogEvents)
    _ = try history.conclude(
      Examples.id(1), process: nil, exit: Examples.exit, conclusion: Examples.conclusion)
    #expect(try history.events(limit: 10_000).last?.event.kind == .ended)
  }

  @Test func aFullDiskLeavesWhatWasSavedAndIsOvercome() async throws {
    try await ScratchDirectory.with { scratch in
      let history = try HistoryDatabase(path: scratch.path("history.db"))
      try history.insert(Examples.specification(1))
      let id = try Examples.id(1)
      let large = (0..<2000).map {
        MetricReport(values: [.init(name: "m\($0 % 50)", value: 1)], offset: Int64($0))
      }
      let progress = ReadingProgress(to: checkpoint(at: 3000), events: [event(0)], metrics: large)
      try history.database.execute("PRAGMA max_page_count = 1")
      let failure = #expect(throws: HistoryError.self) { try history.save(progress, of: id) }
      guard case .unusable(_, let cause) = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(cause.kind == .full)
      #expect(failure?.description.hasSuffix("Make room on its file system.") == true)
      #expect(try history.metrics(of: id).isEmpty)
      #expect(try history.run(id)?.checkpoint == nil)
      try history.database.execute("PRAGMA max_page_count = 100000")
      #expect(try history.save(progress, of: id) == .saved)
      #expect(try history.metrics(of: id).count == 2000)
    }
  }
}
