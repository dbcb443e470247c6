import Testing

@testable import DemoTraining

@Suite struct FlowerSplitTests {
  @Test func partsShareNoFlowerAndHoldTheSameMix() throws {
    let table = try FlowerTable(csv: IrisFixture.csv())
    var random = SplitMix64(seed: 5)
    let split = FlowerSplit(table, random: &random)
    for species in table.species.indices {
      #expect(split.training.count { $0.species == species } == 30)
      #expect(split.validation.count { $0.species == species } == 10)
      #expect(split.test.count { $0.species == species } == 10)
    }
    // Some flowers of the data have equal measurements: count them instead of comparing sets.
    let all = split.training + split.validation + split.test
    #expect(counts(all) == counts(table.flowers))
  }

  @Test func scaledTrainingPartHasMeanZeroAndDeviationOne() throws {
    let table = try FlowerTable(csv: IrisFixture.csv())
    var random = SplitMix64(seed: 5)
    var split = FlowerSplit(table, random: &random)
    split.apply(FeatureScale(of: split.training))
    let scale = FeatureScale(of: split.training)
    for index in 0..<4 {
      #expect(abs(scale.means[index]) < 1e-12)
      #expect(abs(scale.deviations[index] - 1) < 1e-12)
    }
  }

  @Test func aColumnThatNeverChangesBecomesZero() {
    let flowers = [Flower(features: [1, 2, 3, 4], species: 0), Flower(features: [1, 4, 3, 0], species: 1)]
    let scale = FeatureScale(of: flowers)
    #expect(scale.scaled(flowers[0]).features == [0, -1, 0, 1])
  }

  private func counts(_ flowers: [Flower]) -> [Flower: Int] {
    flowers.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
