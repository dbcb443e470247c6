import LogReading
import MetricCurves
import Platform
import RunHistory
import SQLite
import TestSupport
import Testing
import TrainingModel

/// What runs measured.
@Suite struct MetricTests {
  private func checkpoint(at offset: Int) -> LogReader.Checkpoint {
    var reader = LogReader()
    _ = reader.consume((Array(repeating: UInt8(ascii: "x"), count: offset - 1) + [UInt8(ascii: "\n")])[...])
    return reader.checkpoint
  }

  private func save(
    _ values: [Double], from start: Int, in history: HistoryDatabase
  ) throws {
    let reports = values.enumerated().map {
      MetricReport(
        values: [.init(name: "loss", value: $1), .init(name: "lr", value: 0.1)], epoch: 1, step: start + $0,
        offset: Int64(start + $0))
    }
    try history.save(
      ReadingProgress(
        to: checkpoint(at: start + values.count), events: [HistoryEvent](), metrics: reports),
      of: Examples.id(1))
  }

  @Test func aMetricIsReadBackAsTheLogHadIt() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    try history.insert(Examples.specification(1))
    try save([0.5, .nan, -.infinity, 1e-300], from: 7, in: history)
    let values: [Double?] = [0.5, nil, nil, 1e-300]
    #expect(
      try history.metrics(of: Examples.id(1), name: "loss")
        == values.enumerated().map {
          MetricPoint(name: "loss", offset: Int64(7 + $0), epoch: 1, step: 7 + $0, value: $1)
        })
    #expect(
      try history.metrics(of: Examples.id(1)).map(\.name) == Array(repeating: "loss", count: 4)
        + Array(repeating: "lr", count: 4))
    #expect(try history.metrics(of: Examples.id(1), name: "other").isEmpty)
    #expect(try history.metrics(of: Examples.id(2)).isEmpty)
  }

  @Test func aLongCurveStaysBoundedAndKeepsItsPeaks() throws {
    let history = try HistoryDatabase(path: "", mode: .inMemory)
    try history.insert(Examples.specification(1))
    var all: [Double] = (0..<15_000).map { Double($0 % 100) }
    all[3456] = 1e9
    all[9999] = -1e9
    for start in stride(from: 0, to: all.count, by: 500) {
      try save(Array(all[start..<start + 500]), from: start, in: history)
    }
    let points = try history.metrics(of: Examples.id(1), name: "loss")
    #expect(points.count <= MetricThinning.limit)
    #expect(points.count >= MetricThinning.limit / 2)
    #expect(points.first?.offset == 0)
    #expect(points.last?.offset == 14_999)
    #expect(points.contains { $0.value == 1e9 })
    #expect(points.contains { $0.value == -1e9 })
    #expect(points.allSatisfy { $0.value == all[Int($0.offset)] })
    #expect(try history.metrics(of: Examples.id(1), name: "lr").count <= MetricThinning.limit)
  }

  @Test func twoThatSaveByTurnsKeepItBoundedToo() async throws {
    try await ScratchDirectory.with { scratch in
      let path = scratch.path("history.db")
      let histories = [try HistoryDatabase(path: path), try HistoryDatabase(path: path)]
      try histories[0].insert(Examples.specification(1))
      for (turn, start) in stride(from: 0, to: 10_000, by: 500).enumerated() {
        try save(Array(repeating: 1, count: 500), from: start, in: histories[turn % 2])
        let count = try histories[0].metrics(of: Examples.id(1), name: "loss").count
        #expect(count <= MetricThinning.limit)
      }
    }
  }
}
