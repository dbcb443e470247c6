@testable import DemoTraining

/// A training that was run in a test, with all that it printed and saved.
struct TrainingRecord {
  private(set) var lines: [String] = []
  private(set) var saved: [[UInt8]] = []
  private(set) var report = TrainingReport(epochs: [], test: Score(loss: 0, accuracy: 0))

  /// Large steps and few passes: the same learning in a fraction of a second, also in a debug build.
  init(
    epochs: Int = 20, learningRate: Double = 0.05, seed: UInt64 = DemoTraining.defaultSeed, passes: Int = 10
  ) throws {
    let training = try DemoTraining(
      csv: IrisFixture.csv(), epochs: epochs, learningRate: learningRate, seed: seed, passesPerEpoch: passes)
    report = try training.run(
      print: { lines.append($0) },
      save: { bytes in
        saved.append(bytes)
        return "/runs/model.json"
      })
  }
}
