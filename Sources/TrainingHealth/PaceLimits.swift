/// From when on a silence is a stall.
package struct PaceLimits: Hashable, Sendable {
  /// Movements before anything is said of a rhythm.
  static let fewestMovements = 3
  /// So many times the typical interval must go by.
  static let typicalFactor = 10.0
  /// So many times the longest of the last intervals must go by.
  static let longestFactor = 3.0

  /// Seconds; a shorter silence is none.
  package let shortest: Double
  /// Seconds that are allowed where a count is at its end, and what follows has not been seen before: an evaluation
  /// and the saving of a model take as long as they take.
  package let unknownPause: Double

  package init(shortest: Double = 60, unknownPause: Double = 600) {
    self.shortest = shortest
    self.unknownPause = unknownPause
  }

  /// Seconds of silence that make a stall; nil while the rhythm is not known.
  func limit(_ intervals: MovementIntervals) -> Double? {
    guard let typical = intervals.median, let longest = intervals.longest else { return nil }
    return max(shortest, Self.typicalFactor * typical, Self.longestFactor * longest)
  }
}
