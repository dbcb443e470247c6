extension MetricCurve {
  /// As many points as show the shape of the curve best.
  ///
  /// The first and the last are among them, the smallest and the largest, and the first of those that are no number. The
  /// others are chosen by the largest triangles that they span with their neighbors (Steinarsson, Downsampling Time
  /// Series for Visual Representation, 2013, section 4.2), drawn over their order.
  ///
  /// - Parameter limit: 2 or more; the points to keep may be a few more.
  package func sampled(to limit: Int) -> [MetricPoint] {
    guard points.count > limit else { return points }
    var chosen: Set<Int> = [0, points.count - 1]
    func note(_ point: MetricPoint?) {
      if let point, let index = points.firstIndex(of: point) { chosen.insert(index) }
    }
    note(smallest)
    note(largest)
    note(points.first { $0.value == nil })
    let inner = limit - chosen.count
    if inner > 0 { chosen.formUnion(triangles(inner)) }
    return chosen.sorted().map { points[$0] }
  }

  /// One point out of each of `count` stretches between the first and the last.
  private func triangles(_ count: Int) -> [Int] {
    let width = Double(points.count - 2) / Double(count)
    func stretch(_ number: Int) -> Range<Int> {
      let start = 1 + Int(Double(number) * width)
      let end = 1 + Int(Double(number + 1) * width)
      return min(start, points.count - 1)..<min(max(end, start), points.count - 1)
    }
    var chosen: [Int] = []
    var previous = 0
    for number in 0..<count {
      let range = stretch(number)
      let next = number + 1 < count ? stretch(number + 1) : points.count - 1..<points.count
      let center = mean(next)
      let best = range.max { area(previous, $0, center) < area(previous, $1, center) }
      guard let best else { continue }
      chosen.append(best)
      previous = best
    }
    return chosen
  }

  private func mean(_ range: Range<Int>) -> (x: Double, y: Double) {
    let values = range.compactMap { points[$0].value }
    let x = Double(range.lowerBound + range.upperBound - 1) / 2
    return (x, values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count))
  }

  /// Twice the area of a triangle; that of one with a corner that is no number is none.
  private func area(_ first: Int, _ second: Int, _ third: (x: Double, y: Double)) -> Double {
    guard let second = points[second].value.map({ (x: Double(second), y: $0) }) else { return -1 }
    let first = (x: Double(first), y: points[first].value ?? second.y)
    let area = (first.x - third.x) * (second.y - first.y) - (first.x - second.x) * (third.y - first.y)
    return abs(area)
  }
}
