/// The values of one metric of a run, in the order of the log.
package struct MetricCurve: Hashable, Sendable {
  package let name: String
  /// Not empty.
  package let points: [MetricPoint]

  /// Sorts points by metric, metrics by the line that named them first, and those of one line by name.
  ///
  /// - Parameter points: those of each metric in the order of the log.
  package static func curves(_ points: [MetricPoint]) -> [MetricCurve] {
    let byName = Dictionary(grouping: points, by: \.name)
    let curves = byName.map { MetricCurve(name: $0, points: $1) }
    return curves.sorted { ($0.points[0].offset, $0.name) < ($1.points[0].offset, $1.name) }
  }

  /// What the log said from a byte on; nil when that is nothing.
  package func from(_ offset: Int64) -> MetricCurve? {
    let points = points.filter { $0.offset >= offset }
    return points.isEmpty ? nil : MetricCurve(name: name, points: points)
  }

  package var role: MetricRole { MetricRole(ofMetric: name) }
  /// Which values are better; nil where the name does not tell.
  package var direction: MetricDirection? { MetricDirection(ofMetric: name) }

  package var last: MetricPoint { points[points.count - 1] }
  /// The first of the smallest values; nil when no value is a number.
  package var smallest: MetricPoint? { extreme { $0 < $1 } }
  /// The first of the largest values.
  package var largest: MetricPoint? { extreme { $0 > $1 } }

  /// The first of the best values; nil where the name does not tell which those are.
  package var best: MetricPoint? {
    switch direction {
    case .lower: smallest
    case .higher: largest
    case nil: nil
    }
  }

  private func extreme(_ isBetter: (Double, Double) -> Bool) -> MetricPoint? {
    var found: (point: MetricPoint, value: Double)?
    for point in points {
      guard let value = point.value else { continue }
      if let best = found?.value, !isBetter(value, best) { continue }
      found = (point, value)
    }
    return found?.point
  }

  // MARK: The other axis

  /// What the points are drawn over.
  package enum Axis: Hashable, Sendable {
    case step, epoch
    /// The count of steps begins anew with each epoch.
    case stepWithinEpoch
    /// The log counts neither: only the order is known.
    case order
  }

  package var axis: Axis {
    if grows(\.step) { return .step }
    if grows(\.epoch) { return .epoch }
    let isCounted = points.allSatisfy { $0.epoch != nil && $0.step != nil }
    return isCounted ? .stepWithinEpoch : .order
  }

  private func grows<Count: Comparable>(_ count: (MetricPoint) -> Count?) -> Bool {
    var previous: Count?
    for point in points {
      guard let next = count(point) else { return false }
      if let previous, next <= previous { return false }
      previous = next
    }
    return true
  }
}
