import LogReading
import TestSupport
import Testing
import TrainingHealth
import TrainingModel

/// What a log's metrics tell of how the training does.
@Suite struct HealthTests {
  private func warnings(_ log: String) -> [(offset: Int64, warning: RunWarning)] {
    var reader = LogReader()
    let events = reader.consume(Array(log.utf8)[...]) + reader.finish()
    return events.compactMap { event in
      if case .warning(let warning) = event.kind { (event.offset, warning) } else { nil }
    }
  }

  private static let lost = "Epoch 1/3 - loss: 0.5\nEpoch 2/3 - loss: nan\nEpoch 3/3 - loss: nan\n"

  @Test func aWarningComesOnceWithTheLineThatBroughtIt() throws {
    let found = warnings(Self.lost)
    #expect(found.map(\.warning.code) == [.lossNotFinite])
    #expect(found.first?.offset == 22)
    #expect(found.first?.warning.evidence == "loss is nan at epoch 2")
  }

  @Test func theLastStepsOfAScheduleMayHaveNoLearningRate() {
    func log(_ last: Int) -> String {
      (1...20).map { "step \($0)/20 loss: 1 lr: \($0 < last ? 0.1 : 0)\n" }.joined()
    }
    #expect(warnings(log(20)).isEmpty)
    #expect(warnings(log(10)).map(\.warning.code) == [.learningRateZero])
  }

  @Test func whoGoesOnFromACheckpointWarnsOfTheSameOnce() throws {
    let bytes = Array(Self.lost.utf8)
    for cut in bytes.indices {
      var first = LogReader()
      let before = first.consume(bytes[..<cut])
      let checkpoint = try #require(LogReader.Checkpoint(json: first.checkpoint.json))
      var second = LogReader(resuming: checkpoint)
      let after = second.consume(bytes[Int(checkpoint.offset)...])
      let warnings = (before + after).filter { if case .warning = $0.kind { true } else { false } }
      #expect(warnings.count == 1)
      #expect(second.picture.health.warnings.count == 1)
    }
  }
}
