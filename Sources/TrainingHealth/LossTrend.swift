/// How the loss of a training moves, from its values one after the other, in constant memory.
package struct LossTrend: Hashable, Sendable {
  /// How much a new value counts in the smoothed one: about the last twenty decide.
  static let weight = 0.1
  /// Values before anything is said: the first ones of a training tell little.
  static let warmUp = 30
  /// How many values in a row must be bad.
  static let patience = 15
  /// A loss that has given back so much of what it had gained rises.
  static let lostShare = 0.5
  /// Values without anything new that make a plateau; also half of all values.
  static let plateau = 200
  /// What counts as a new best: so much less, as a share of the loss itself.
  static let newShare = 0.001

  package private(set) var count = 0
  package private(set) var first = 0.0
  package private(set) var smoothed = 0.0
  /// The smallest smoothed value.
  package private(set) var best = 0.0
  /// How many values there were when it was reached.
  package private(set) var countAtBest = 0
  /// How many values in a row the loss was far above its best.
  package private(set) var badCount = 0

  package init() {}

  /// One that was kept.
  package init(
    count: Int, first: Double, smoothed: Double, best: Double, countAtBest: Int, badCount: Int
  ) {
    self.count = count
    self.first = first
    self.smoothed = smoothed
    self.best = best
    self.countAtBest = countAtBest
    self.badCount = badCount
  }

  /// Takes the next value, which is finite.
  mutating func add(_ value: Double) {
    count += 1
    guard count > 1 else {
      first = value
      smoothed = value
      best = value
      countAtBest = 1
      return
    }
    smoothed += Self.weight * (value - smoothed)
    if best - smoothed > Self.newShare * abs(best) {
      best = smoothed
      countAtBest = count
    }
    badCount = smoothed - best > allowance ? badCount + 1 : 0
  }

  /// By how much the smoothed loss may stand above its best: half of what was gained, and where next to nothing was, half
  /// of what there was at first.
  private var allowance: Double {
    let gained = first - best
    return Self.lostShare * (gained > abs(first) * 0.05 ? gained : abs(first))
  }

  var isRising: Bool { count >= Self.warmUp && badCount >= Self.patience }

  var isStanding: Bool {
    badCount == 0 && count - countAtBest >= max(Self.plateau, count / 2)
  }

  /// Whether it has not moved since the beginning.
  var neverMoved: Bool { first - best <= abs(first) * 0.01 }
}
