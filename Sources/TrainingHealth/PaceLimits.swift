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
  /// Seconds that somebody has set, whatever the rhythm; nil to go by that.
  package let fixed: Double?

  package init(shortest: Double = 60, unknownPause: Double = 600) {
    self.shortest = shortest
    self.unknownPause = unknownPause
    fixed = nil
  }

  /// Those of somebody who knows how long a training may be silent; a pause is as many times longer as it usually is.
  package init(stallAfter seconds: Double) {
    let usual = PaceLimits()
    shortest = seconds
    unknownPause = seconds * usual.unknownPause / usual.shortest
    fixed = seconds
  }

  /// Seconds of silence that make a stall; nil while the rhythm is not known.
  func limit(_ intervals: MovementIntervals, movements: Int) -> Double? {
    if let fixed { return fixed }
    guard movements >= Self.fewestMovements else { return nil }
    guard let typical = intervals.median, let longest = intervals.longest else { return nil }
    return max(shortest, Self.typicalFactor * typical, Self.longestFactor * longest)
  }
}
