import Testing

@testable import DemoTraining

@Suite struct SplitMix64Tests {
  /// The published sequence for seed 1234567.
  @Test func givesThePublishedSequence() {
    var random = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in random.next() } == expected)
  }

  @Test func signedUnitFillsItsRange() {
    var random = SplitMix64(seed: 1)
    let values = (0..<10_000).map { _ in random.signedUnit() }
    #expect(values.allSatisfy { -1 <= $0 && $0 < 1 })
    #expect(values.contains { $0 < -0.99 } && values.contains { $0 > 0.99 })
    #expect(abs(values.reduce(0, +) / 10_000) < 0.03)
  }

  @Test func shuffleKeepsEveryItemAndReachesEveryPlace() {
    var random = SplitMix64(seed: 1)
    var firstPlaces = Set<Int>()
    for _ in 0..<200 {
      var items = Array(0..<10)
      random.shuffle(&items)
      #expect(items.sorted() == Array(0..<10))
      firstPlaces.insert(items[0])
    }
    #expect(firstPlaces.count == 10)
  }

  @Test(arguments: [[], [1]])
  func shortListsAreLeftAlone(items: [Int]) {
    var random = SplitMix64(seed: 1)
    var shuffled = items
    random.shuffle(&shuffled)
    #expect(shuffled == items)
  }
}
