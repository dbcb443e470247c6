import TestSupport
import Testing
import TrainingHealth
import TrainingModel

/// What an expert would warn of, and what not.
@Suite struct MetricHealthTests {
  /// A training's metrics, fed one after the other.
  private struct Feed {
    var health = MetricHealth()
    var step = 0

    mutating func add(_ value: Double) { add("loss", value) }

    mutating func add(_ name: String, _ value: Double, isAtEnd: Bool = false) {
      step += 1
      health.observe(MetricReading(name: name, value: value, step: step), isAtEnd: isAtEnd)
    }

    var codes: [RunWarning.Code] { health.warnings.map(\.code) }
  }

  /// A loss as trainings have it: it falls ever more slowly, and it is noisy.
  private func noisyLoss(_ count: Int, seed: UInt64, from first: Double = 2.3, to last: Double = 0.2)
    -> [Double]
  {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let progress = Double(index) / Double(count)
      let fall = (1 - progress) * (1 - progress) * (1 - progress)
      return last + (first - last) * fall * Double.random(in: 0.8...1.2, using: &generator)
    }
  }

  @Test(arguments: 0..<20) func aTrainingThatGoesWellHasNoWarning(seed: UInt64) {
    var feed = Feed()
    for (index, loss) in noisyLoss(600, seed: seed).enumerated() {
      feed.add("loss", loss)
      feed.add("lr", 0.1 * (1 - Double(index) / 600))
      if index % 30 == 29 { feed.add("val_loss", loss * 1.1) }
      if index % 30 == 29 { feed.add("val_acc", 1 - loss / 3) }
    }
    #expect(feed.codes == [])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func aLossThatIsNoNumberIsSaidOnceAndWhere(
    value: Double
  ) {
    var feed = Feed()
    feed.add(1)
    feed.add(value)
    feed.add(value)
    #expect(feed.codes == [.lossNotFinite])
    #expect(feed.health.warnings[0].evidence == "loss is \(value) at step 2")
  }

  @Test func ofOtherMetricsNoNumberIsNoWarning() {
    var feed = Feed()
    for name in ["grad_norm", "acc", "rmse", "lr"] { feed.add(name, .nan) }
    #expect(feed.codes == [])
  }

  @Test func aLossThatGivesBackWhatItHadGainedRises() {
    var feed = Feed()
    for loss in noisyLoss(200, seed: 1) { feed.add(loss) }
    #expect(feed.codes == [])
    for _ in 1...60 { feed.add(2.5) }
    #expect(feed.codes == [.lossRising])
    #expect(feed.health.warnings[0].evidence?.contains("its best was") == true)
  }

  @Test func aLossThatOnlyEverRisesRises() {
    var feed = Feed()
    for step in 1...100 { feed.add(1 + Double(step) * 0.05) }
    #expect(feed.codes == [.lossRising])
  }

  @Test func aLossBelowZeroThatFallsIsFine() {
    var feed = Feed()
    for loss in noisyLoss(300, seed: 3, from: 0.1, to: -0.9) { feed.add(loss) }
    #expect(feed.codes == [])
  }

  @Test func aSecondTrainingInTheSameLogBeginsAnew() {
    var health = MetricHealth()
    for (first, epochs) in [(1.0, 40), (4.0, 40)] {
      for epoch in 1...epochs {
        let loss = first / Double(epoch)
        health.observe(MetricReading(name: "loss", value: loss, epoch: Double(epoch)), isAtEnd: false)
      }
    }
    #expect(health.warnings == [])
  }

  @Test func aSpikeIsNoRise() {
    var feed = Feed()
    for (index, loss) in noisyLoss(300, seed: 2).enumerated() { feed.add(index % 50 == 49 ? 5 : loss) }
    #expect(feed.codes == [])
  }

  @Test func aLossThatNeverMovesStands() {
    var feed = Feed()
    var generator = SeededGenerator(seed: 1)
    for _ in 1...300 { feed.add(0.693 + Double.random(in: -0.001...0.001, using: &generator)) }
    #expect(feed.codes == [.lossPlateau])
    #expect(feed.health.warnings[0].message.contains("since the beginning"))
  }

  @Test func aLossThatHasStoppedFallingStands() {
    var feed = Feed()
    for loss in noisyLoss(200, seed: 4) { feed.add(loss) }
    for _ in 1...150 { feed.add(0.2) }
    #expect(feed.codes == [], "half of all values is not reached yet")
    for _ in 1...250 { feed.add(0.2) }
    #expect(feed.codes == [.lossPlateau])
    #expect(feed.health.warnings[0].message.contains("as good as it gets"))
  }

  @Test func aLossThatStillFallsByLittleDoesNotStand() {
    var feed = Feed()
    for step in 1...900 { feed.add(1 / Double(step)) }
    #expect(feed.codes == [])
  }

  @Test func validationThatPartsFromTrainingIsOverfitting() {
    var feed = Feed()
    for epoch in 0..<20 {
      for step in 0..<10 { feed.add("loss", 2.0 - Double(epoch * 10 + step) * 0.009) }
      feed.add("val_loss", epoch < 8 ? 2.0 - Double(epoch) * 0.1 : 1.3 + Double(epoch - 8) * 0.1)
    }
    #expect(feed.codes == [.overfitting])
    #expect(feed.health.warnings[0].evidence?.contains("its best was 1.3") == true)
  }

  @Test func theNamesOfFrameworksBelongTogether() {
    for (training, validation) in [
      ("train-rmse", "valid-rmse"), ("train/loss", "eval/loss"), ("loss", "eval_loss"),
    ] {
      var feed = Feed()
      for epoch in 0..<20 {
        feed.add(training, 2.0 - Double(epoch) * 0.09)
        feed.add(validation, epoch < 8 ? 2.0 - Double(epoch) * 0.1 : 1.3 + Double(epoch - 8) * 0.1)
      }
      #expect(feed.codes == [.overfitting], "\(training), \(validation)")
    }
  }

  @Test func whereTrainingGetsWorseTooItIsNoOverfitting() {
    var feed = Feed()
    for epoch in 0..<20 {
      feed.add("loss", 1.5)
      feed.add("val_loss", epoch < 8 ? 2.0 - Double(epoch) * 0.1 : 1.3 + Double(epoch - 8) * 0.1)
    }
    #expect(feed.codes == [])
  }

  @Test func aLearningRateOfZeroIsSaidUnlessTheTrainingEnds() {
    var feed = Feed()
    feed.add("lr", 0)  // the first step of a warm-up
    for _ in 1...4 { feed.add("lr", 0.1) }
    for _ in 1...9 { feed.add("lr", 0, isAtEnd: true) }
    #expect(feed.codes == [])
    for _ in 1...5 { feed.add("learning_rate", 0) }
    #expect(feed.codes == [.learningRateZero])
  }

  @Test func namesWithoutEndDoNotGrowIt() {
    var feed = Feed()
    for number in 0..<500 {
      feed.add("loss_\(String(number, radix: 26, uppercase: false).map { "\($0)x" }.joined())", 1)
    }
    #expect(feed.health.trends.count <= 50)
  }
}
