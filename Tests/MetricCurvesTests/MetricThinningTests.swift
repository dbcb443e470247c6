import MetricCurves
import TestSupport
import Testing

@Suite struct MetricThinningTests {
  @Test(arguments: 0...2)
  func fewPointsStay(count: Int) {
    #expect(MetricThinning.kept(Array(repeating: 1, count: count)) == Array(0..<count))
  }

  @Test func ofALineEverySecondPointStays() {
    let kept = MetricThinning.kept((0..<18).map(Double.init))
    #expect(kept == [0, 1, 3, 5, 8, 9, 11, 13, 16, 17])
  }

  @Test(arguments: 1...50)
  func halfGoesAndWhatShowsStays(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 3...3000, using: &generator)
    let values: [Double?] = (0..<count).map { _ in
      Int.random(in: 0..<5, using: &generator) == 0 ? nil : Double.random(in: -1...1, using: &generator)
    }
    let kept = MetricThinning.kept(values)
    #expect(kept == Array(Set(kept)).sorted(), "in order, each once")
    #expect(kept.first == 0)
    #expect(kept.last == count - 1)
    #expect(kept.count <= (count - 2) / 2 + 5)
    #expect(kept.count >= count / 2)
    let places = Set(kept)
    for start in stride(from: 1, to: count - 1, by: 8) {
      let bucket = Array(start..<min(start + 8, count - 1))
      let numbers = bucket.filter { values[$0] != nil }
      let left = bucket.filter { places.contains($0) }
      #expect(left.compactMap { values[$0] }.min() == numbers.compactMap { values[$0] }.min())
      #expect(left.compactMap { values[$0] }.max() == numbers.compactMap { values[$0] }.max())
      #expect(left.contains { values[$0] == nil } == bucket.contains { values[$0] == nil })
    }
  }

  @Test func aCurveOfNothingButNaNIsHalvedToo() {
    #expect(MetricThinning.kept(Array(repeating: nil, count: 802)).count == 402)
  }
}
