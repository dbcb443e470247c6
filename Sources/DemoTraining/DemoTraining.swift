/// A real small training: a network learns to tell three species of iris apart from four measurements.
///
/// Nothing in it waits or pretends. It touches no file and no clock: what it prints and saves goes to
/// closures, and the same arguments give the same lines.
package struct DemoTraining {
  /// Epochs that give a good model.
  package static let defaultEpochs = 40
  /// Small, so that the loss falls visibly from epoch to epoch instead of all in the first.
  package static let defaultLearningRate = 0.0002
  /// Any will do; this one ends at 0.9667 on validation and test, the mean of thirty seeds on test is 0.95.
  package static let defaultSeed: UInt64 = 2
  /// Passes over the training data in one printed epoch.
  ///
  /// The data is 90 flowers, and one pass takes some 40 microseconds. This many make 40 epochs two seconds of
  /// arithmetic on an ordinary core, long enough to be watched.
  package static let defaultPassesPerEpoch = 1200

  private static let hiddenUnits = 32
  private static let batchSize = 16

  private let table: FlowerTable
  private let epochs: Int
  private let learningRate: Double
  private let seed: UInt64
  private let passesPerEpoch: Int

  /// Reads the data; nothing is trained yet.
  ///
  /// - Parameters:
  ///   - csv: the text of `iris.csv`, header first.
  ///   - epochs: printed epochs, 1 or more.
  ///   - learningRate: the length of a step, above 0.
  ///   - seed: decides the split, the first weights and the order of the flowers.
  ///   - passesPerEpoch: passes over the training data in one printed epoch, 1 or more.
  /// - Throws: `DemoTrainingError`, with the line when the data is not as expected.
  package init(
    csv: String,
    epochs: Int = defaultEpochs,
    learningRate: Double = defaultLearningRate,
    seed: UInt64 = defaultSeed,
    passesPerEpoch: Int = defaultPassesPerEpoch
  ) throws(DemoTrainingError) {
    guard epochs >= 1 else { throw .epochs(epochs) }
    guard learningRate > 0, learningRate.isFinite else { throw .learningRate(learningRate) }
    precondition(passesPerEpoch >= 1, "an epoch without a pass trains nothing")
    do { table = try FlowerTable(csv: csv) } catch { throw .data(error) }
    self.epochs = epochs
    self.learningRate = learningRate
    self.seed = seed
    self.passesPerEpoch = passesPerEpoch
  }

  /// Trains, and says so line by line.
  ///
  /// - Parameters:
  ///   - print: takes one line, without its line end; it should be flushed at once.
  ///   - save: takes the bytes of the model file and answers with the path where they are now.
  /// - Returns: what was printed, as numbers.
  /// - Throws: `DemoTrainingError.diverged`, or what `save` throws.
  @discardableResult
  package func run(
    print: (String) -> Void, save: ([UInt8]) throws -> String
  ) throws -> TrainingReport {
    var random = SplitMix64(seed: seed)
    var split = FlowerSplit(table, random: &random)
    let scale = FeatureScale(of: split.training)
    split.apply(scale)
    print(
      "Iris: \(split.training.count) flowers to train on, \(split.validation.count) to validate, "
        + "\(split.test.count) to test, \(table.species.count) species")

    let network = Network(hidden: Self.hiddenUnits, outputs: table.species.count, random: &random)
    var descent = GradientDescent(network, learningRate: learningRate, batchSize: Self.batchSize)
    var order = split.training
    var reports: [TrainingReport.Epoch] = []
    for epoch in 1...epochs {
      for _ in 0..<passesPerEpoch {
        random.shuffle(&order)
        descent.pass(over: order)
      }
      let report = TrainingReport.Epoch(
        training: descent.network.score(on: split.training),
        validation: descent.network.score(on: split.validation))
      print(Self.line(report, epoch: epoch, of: epochs))
      guard report.training.loss.isFinite else {
        throw DemoTrainingError.diverged(epoch: epoch, learningRate: learningRate)
      }
      reports.append(report)
    }

    let test = descent.network.score(on: split.test)
    print(
      Self.event(
        #"{"event": "final_test", "metrics": {"test_loss": \#(test.loss.fourDecimals), "#
          + #""test_accuracy": \#(test.accuracy.fourDecimals)}}"#))
    let model = ModelFile.bytes(descent.network, scale: scale, species: table.species, test: test)
    print("saved model to \(try save(model))")
    print(Self.event(#"{"event": "training_end"}"#))
    return TrainingReport(epochs: reports, test: test)
  }

  private static func line(_ report: TrainingReport.Epoch, epoch: Int, of epochs: Int) -> String {
    "Epoch \(epoch)/\(epochs) - loss: \(report.training.loss.fourDecimals)"
      + " - accuracy: \(report.training.accuracy.fourDecimals)"
      + " - val_loss: \(report.validation.loss.fourDecimals)"
      + " - val_accuracy: \(report.validation.accuracy.fourDecimals)"
  }

  private static func event(_ json: String) -> String { "__event__\(json)__event__" }
}
