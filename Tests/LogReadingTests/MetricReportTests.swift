import LogReading
import Testing

/// What the history is told of a line of metrics.
@Suite struct MetricReportTests {
  private func reports(_ log: String) -> [MetricReport] {
    var reader = LogReader(offset: 100)
    let events = reader.consume(Array(log.utf8)[...]) + reader.finish()
    return events.compactMap { if case .metrics(let report) = $0.kind { report } else { nil } }
  }

  @Test func aReportHasItsPlaceInTheFileAndInTheTraining() {
    let first = #"{"event":"progress","epoch":2,"step":7,"metrics":{"b":1,"a":2}}"# + "\n"
    let second = #"{"event":"epoch_valid","metrics":{"acc":0.5}}"# + "\n"
    #expect(
      reports(first + second) == [
        MetricReport(
          values: [.init(name: "b", value: 1), .init(name: "a", value: 2)], epoch: 2, step: 7, offset: 100),
        MetricReport(
          values: [.init(name: "acc", value: 0.5)], epoch: 2, step: 7, offset: 100 + Int64(first.utf8.count)),
      ])
  }

  @Test func ofANameThatStandsTwiceInALineTheLaterCounts() {
    let line = #"{"event":"final_test","metrics":{"a":1,"b":2,"a":3}}"#
    #expect(reports(line).map(\.values) == [[.init(name: "a", value: 3), .init(name: "b", value: 2)]])
  }

  @Test func namesPastTheMostThatAreTakenUpAreNotReported() {
    let lines = (0...TrainingMetrics.maximumNames).map {
      #"{"event":"final_test","metrics":{"m\#($0)":1}}"#
    }
    #expect(reports(lines.joined(separator: "\n")).count == TrainingMetrics.maximumNames)
  }

  @Test func notANumberIsTheSameAsItself() {
    let entry = TrainingMetrics.Entry(name: "loss", value: .nan)
    #expect(entry == entry)
    #expect(Set([entry, entry]).count == 1)
    #expect(entry != TrainingMetrics.Entry(name: "loss", value: 0))
  }

  @Test func eventsOfALineHaveItsOffset() {
    var reader = LogReader(offset: 5)
    let line =
      #"x__event__{"event":"training_start","epoch":1}__event____event__{"event":"stage","name":"s"}__event__"#
      + #"__event__{"event":"artifact","path":"a.pt"}__event____event__{"event":"training_end"}__event__"#
    let events = reader.consume(Array("\n\(line)\n".utf8)[...])
    #expect(events.count == 5)
    #expect(events.allSatisfy { $0.offset == 6 })
  }
}
