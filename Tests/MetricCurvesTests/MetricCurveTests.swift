import MetricCurves
import TestSupport
import Testing

@Suite struct MetricCurveTests {
  /// A curve whose values stand one after the other in the log.
  private func curve(
    _ values: [Double?], name: String = "loss", step: (Int) -> Int? = { $0 },
    epoch: (Int) -> Double? = { _ in nil }
  ) throws -> MetricCurve {
    let points = values.enumerated().map { index, value in
      MetricPoint(
        name: name, offset: Int64(index * 10), epoch: epoch(index), step: step(index), value: value)
    }
    return try #require(MetricCurve.curves(points).first)
  }

  @Test func curvesComeInTheOrderInWhichTheLogNamedThem() {
    let points = [("b", 0), ("a", 5), ("b", 10), ("c", 0)].map { name, offset in
      MetricPoint(name: name, offset: Int64(offset), epoch: nil, step: nil, value: 1)
    }
    let curves = MetricCurve.curves(points)
    #expect(curves.map(\.name) == ["b", "c", "a"])
    #expect(curves.map(\.points.count) == [2, 1, 1])
    #expect(MetricCurve.curves([]).isEmpty)
  }

  @Test func theBestIsTheFirstOfTheBest() throws {
    let values: [Double?] = [3, nil, 1, 2, 1]
    #expect(try curve(values).best?.step == 2)
    #expect(try curve(values, name: "accuracy").best?.step == 0)
    #expect(try curve(values, name: "lr").best == nil)
    #expect(try curve([nil, nil]).best == nil)
    #expect(try curve(values).largest?.value == 3)
    #expect(try curve(values).last.step == 4)
  }

  @Test func whatCountsUpIsTheOtherAxis() throws {
    #expect(try curve([1, 2, 3]).axis == .step)
    #expect(try curve([1, 2, 3], step: { _ in nil }, epoch: { Double($0) }).axis == .epoch)
    #expect(try curve([1, 2, 3, 4], step: { $0 % 2 }, epoch: { Double($0 / 2) }).axis == .stepWithinEpoch)
    #expect(try curve([1, 2], step: { _ in nil }).axis == .order)
    #expect(try curve([1, 2], step: { _ in 7 }).axis == .order)
    #expect(try curve([1, 2], step: { _ in 7 }, epoch: { Double($0) }).axis == .epoch)
  }

  @Test func whatIsNewIsWhatTheLogSaidLater() throws {
    let curve = try curve([1, 2, 3])
    #expect(curve.from(0) == curve)
    #expect(curve.from(1)?.points.map(\.value) == [2, 3])
    #expect(curve.from(21) == nil)
  }

  // MARK: Sampling

  @Test func aShortCurveIsShownWhole() throws {
    let curve = try curve([1, nil, 2])
    #expect(curve.sampled(to: 3) == curve.points)
  }

  /// Whatever the curve: what must be seen is seen, in order, and not much more than was asked for.
  @Test(arguments: 0..<40) func theEndsAndTheExtremesAreAmongThePoints(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...2_000, using: &generator)
    let values: [Double?] = (0..<count).map { _ in
      Int.random(in: 0..<20, using: &generator) == 0 ? nil : Double.random(in: -5...5, using: &generator)
    }
    let curve = try curve(values)
    let limit = Int.random(in: 2...100, using: &generator)
    let sample = curve.sampled(to: limit)
    #expect(sample.count <= max(limit, 5))
    // What must be seen may also be what the triangles choose.
    #expect(sample.count >= min(limit, count) - 3)
    #expect(sample.first == curve.points.first)
    #expect(sample.last == curve.points.last)
    if let smallest = curve.smallest { #expect(sample.contains(smallest)) }
    if let largest = curve.largest { #expect(sample.contains(largest)) }
    if let lost = curve.points.first(where: { $0.value == nil }) { #expect(sample.contains(lost)) }
    #expect(sample.map(\.offset) == sample.map(\.offset).sorted())
    #expect(Set(sample.map(\.offset)).count == sample.count)
  }

  @Test func aPeakOnAFlatCurveIsSeen() throws {
    var values = [Double?](repeating: 1, count: 1_000)
    values[300] = 1.5
    values[700] = 0.5
    values[500] = 1.2
    #expect(try curve(values).sampled(to: 12).compactMap(\.step).contains(500))
  }

  // MARK: Digits

  @Test(
    arguments: [
      (0.6931471805599453, 0.693147), (-0.6931471805599453, -0.693147), (123_456_789.0, 123_457_000.0),
      (0.0, 0.0),
      (1e-9 / 3, 3.33333e-10), (999_999.7, 1e6), (5e-05, 5e-05), (2.0, 2.0), (1e300, 1e300),
    ] as [(Double, Double)])
  func fewDigitsAreKept(value: Double, rounded: Double) {
    let result = value.rounded(toDigits: 6)
    #expect(abs(result - rounded) <= abs(rounded) * 1e-15)
    #expect("\(result)".utf8.count <= 12)
  }
}
