/// The data in three parts that share no flower: to learn from, to watch the learning, and to judge it.
struct FlowerSplit {
  private(set) var training: [Flower] = []
  private(set) var validation: [Flower] = []
  private(set) var test: [Flower] = []

  /// Three fifths, one fifth and one fifth of each species, so that every part holds the same mix.
  init(_ table: FlowerTable, random: inout SplitMix64) {
    for species in table.species.indices {
      var flowers = table.flowers.filter { $0.species == species }
      random.shuffle(&flowers)
      let held = flowers.count / 5
      validation += flowers[..<held]
      test += flowers[held..<(2 * held)]
      training += flowers[(2 * held)...]
    }
  }

  /// Every part in the units of `scale`.
  mutating func apply(_ scale: FeatureScale) {
    training = training.map(scale.scaled)
    validation = validation.map(scale.scaled)
    test = test.map(scale.scaled)
  }
}
