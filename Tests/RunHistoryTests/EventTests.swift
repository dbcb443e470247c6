import JSON
import LogReading
import RunHistory
import SQLite
import Testing
import TrainingModel

/// The feed: what comes into it from a log, and how it is read on.
@Suite struct EventTests {
  @Test func aFeedIsReadOnFromWhatIsKnown() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    for number in 1...5 { try history.insert(Examples.specification(number)) }
    let first = try history.events(limit: 2)
    #expect(try first.map(\.id) == [Examples.id(1), Examples.id(2)])
    let known = try #require(first.last?.sequence)
    let rest = try history.events(after: known, limit: 100)
    #expect(try rest.map(\.id) == [3, 4, 5].map { try Examples.id($0) })
    #expect(rest.map(\.sequence) == rest.map(\.sequence).sorted())
    #expect(try history.events(after: rest[2].sequence, limit: 100).isEmpty)
    #expect(
      try history.events(after: known, of: Examples.id(4), limit: 100).map(\.sequence) == [rest[1].sequence])
    #expect(try history.events(of: Examples.id(1), limit: 100).count == 1)
  }

  @Test func aNumberOfTheFeedIsNeverUsedAgain() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    try history.insert(Examples.specification(1))
    let last = try #require(try history.events(limit: 1).last?.sequence)
    try history.remove([Examples.id(1)])
    try history.insert(Examples.specification(1))
    #expect(try history.events(after: last, limit: 10).count == 1)
  }

  @Test(
    arguments: [
      (.trainingStarted(LogLine(offset: 3, text: "Epoch 1")), "training_started", #"{"text":"Epoch 1"}"#),
      (
        .stage(TrainingStage(name: "tune", index: 1, total: 2)), "stage",
        #"{"name":"tune","index":1,"total":2}"#
      ),
      (.stage(TrainingStage(name: "tune")), "stage", #"{"name":"tune"}"#),
      (.artifact(path: "a.pt"), "artifact", #"{"path":"a.pt"}"#), (.trainingEnded, "training_ended", "{}"),
      (.stoppedEarly(LogLine(offset: 3, text: "patience")), "stopped_early", #"{"text":"patience"}"#),
      (.nothingToDo(LogLine(offset: 3, text: "no work")), "nothing_to_do", #"{"text":"no work"}"#),
      (
        .trainingError(TrainingErrorEvent(errorType: "E", errorMessage: "m", traceback: "t", phase: "p")),
        "training_error", #"{"error_type":"E","error_message":"m","phase":"p"}"#
      ),
    ] as [(LogEvent.Kind, String, String)])
  func whatALogSaysBecomesAnEvent(kind: LogEvent.Kind, name: String, detail: String) {
    let event = HistoryEvent(LogEvent(offset: 3, kind: kind), at: Examples.created)
    #expect(event?.kind.rawValue == name)
    #expect(event?.offset == 3)
    #expect(event?.time == Examples.created)
    #expect(event.map { JSONWriter.text(.object($0.detail)) } == detail)
  }

  @Test func progressAndMetricsAreNoEvents() {
    let report = MetricReport(values: [], offset: 0)
    for kind in [LogEvent.Kind.progress(TrainingProgress(step: 1)), .metrics(report)] {
      #expect(HistoryEvent(LogEvent(offset: 0, kind: kind), at: Examples.created) == nil)
    }
  }

  @Test func aTextIsBounded() {
    let path = String(repeating: "ü", count: 5000)
    let event = HistoryEvent(LogEvent(offset: 0, kind: .artifact(path: path)), at: Examples.created)
    #expect(event?.detail["path"]?.string?.count == 1000)
  }
}
