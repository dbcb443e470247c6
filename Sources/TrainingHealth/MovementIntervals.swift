/// Seconds between one movement of a progress and the next: the last ones, in constant memory.
package struct MovementIntervals: Hashable, Sendable {
  /// How many are kept.
  static let capacity = 32

  private var values: [Double] = []
  private var next = 0

  mutating func add(_ seconds: Double) {
    if values.count < Self.capacity {
      values.append(seconds)
    } else {
      values[next] = seconds
      next = (next + 1) % Self.capacity
    }
  }

  package var median: Double? { values.median }
  package var longest: Double? { values.max() }
}

extension [Double] {
  /// The middle one, of an even number the mean of both; nil when there is none.
  var median: Double? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    let middle = count / 2
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
