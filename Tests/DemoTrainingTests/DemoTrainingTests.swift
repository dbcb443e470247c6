import Testing

@testable import DemoTraining

@Suite struct DemoTrainingTests {
  @Test func learns() throws {
    let report = try TrainingRecord().report
    let first = try #require(report.epochs.first)
    let last = try #require(report.epochs.last)
    #expect(last.training.loss < first.training.loss / 2)
    #expect(last.validation.loss < first.validation.loss)
    #expect(last.training.accuracy > 0.95)
    #expect(last.validation.accuracy > 0.93)
    #expect(report.test.accuracy > 0.9)
  }

  @Test(arguments: [1, 3, 1936] as [UInt64])
  func learnsFromOtherSeedsToo(seed: UInt64) throws {
    let report = try TrainingRecord(seed: seed).report
    #expect(report.epochs.last.map { $0.validation.accuracy >= 0.9 } == true)
    #expect(report.test.accuracy >= 0.9)
  }

  @Test func lossFallsWithEachEpoch() throws {
    let losses = try TrainingRecord(epochs: 10, learningRate: 0.005).report.epochs.map(\.training.loss)
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func sameSeedGivesTheSameLinesAndTheSameModel() throws {
    let one = try TrainingRecord(epochs: 3, seed: 11)
    let again = try TrainingRecord(epochs: 3, seed: 11)
    let other = try TrainingRecord(epochs: 3, seed: 12)
    #expect(one.lines == again.lines)
    #expect(one.saved == again.saved)
    #expect(one.saved != other.saved)
  }

  @Test func printsAsPeopleAndToolsReadIt() throws {
    let lines = try TrainingRecord(epochs: 2).lines
    #expect(lines.count == 6)
    #expect(lines[0] == "Iris: 90 flowers to train on, 30 to validate, 30 to test, 3 species")
    let number = #/\d\.\d{4}/#
    let epoch = #/Epoch 2/2 - loss: (.+) - accuracy: (.+) - val_loss: (.+) - val_accuracy: (.+)/#
    let match = try #require(try epoch.wholeMatch(in: lines[2]))
    for value in [match.1, match.2, match.3, match.4] {
      #expect(try number.wholeMatch(in: value) != nil, "\(value)")
    }
    let metrics =
      #/__event__{"event": "final_test", "metrics": {"test_loss": (.+), "test_accuracy": (.+)}}__event__/#
    #expect(try metrics.wholeMatch(in: lines[3]) != nil)
    #expect(lines[4] == "saved model to /runs/model.json")
    #expect(lines[5] == #"__event__{"event": "training_end"}__event__"#)
  }

  @Test func savesOneModelThatHoldsEveryNumberExactly() throws {
    let record = try TrainingRecord(epochs: 1)
    let bytes = try #require(record.saved.first)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(record.saved.count == 1)
    #expect(text.contains(#""species": ["setosa", "versicolor", "virginica"]"#))
    #expect(text.contains(#""test": {"loss": \#(record.report.test.loss), "#))
    #expect(!text.contains("nan") && !text.contains("inf"))
    #expect(text.filter { $0 == "[" }.count == text.filter { $0 == "]" }.count)
    #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
  }

  @Test func divergenceIsAnErrorAfterTheLineThatShowsIt() throws {
    let training = try DemoTraining(csv: IrisFixture.csv(), epochs: 5, learningRate: 1e200, passesPerEpoch: 5)
    var lines: [String] = []
    #expect(throws: DemoTrainingError.diverged(epoch: 1, learningRate: 1e200)) {
      try training.run(print: { lines.append($0) }, save: { _ in "" })
    }
    #expect(lines.last?.hasPrefix("Epoch 1/5 - loss: nan - accuracy: 0.0000") == true)
  }

  @Test func aModelThatCannotBeSavedIsAnError() throws {
    struct DiskFull: Error {}
    let training = try DemoTraining(csv: IrisFixture.csv(), epochs: 1, passesPerEpoch: 1)
    #expect(throws: DiskFull.self) {
      try training.run(print: { _ in }, save: { _ in throw DiskFull() })
    }
  }

  @Test func senselessArgumentsAreErrors() throws {
    let csv = try IrisFixture.csv()
    #expect(throws: DemoTrainingError.epochs(0)) { try DemoTraining(csv: csv, epochs: 0) }
    #expect(throws: DemoTrainingError.learningRate(0)) { try DemoTraining(csv: csv, learningRate: 0) }
    #expect(throws: DemoTrainingError.learningRate(.infinity)) {
      try DemoTraining(csv: csv, learningRate: .infinity)
    }
    #expect(
      DemoTrainingError.data(.tooFewSpecies(found: 0)).description
        == "training data, two species or more are needed, 0 found")
  }
}
