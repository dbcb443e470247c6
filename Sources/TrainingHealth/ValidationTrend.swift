/// How the loss on the validation data moves against that of the training.
package struct ValidationTrend: Hashable, Sendable {
  /// Evaluations since the best one that must be worse.
  static let patience = 5
  /// By how much of what was gained it must be worse than the best.
  static let lostShare = 0.1
  /// By how much of itself the training's loss must be better than then.
  static let trainingShare = 0.02

  package private(set) var first: Double
  package private(set) var last: Double
  package private(set) var best: Double
  /// Evaluations since the best one.
  package private(set) var sinceBest: Int
  /// The training's smoothed loss at that time; nil when there was none.
  package private(set) var trainingAtBest: Double?
  /// Where the training was then, in words.
  package private(set) var placeOfBest: String

  package init(
    first: Double, last: Double, best: Double, sinceBest: Int, trainingAtBest: Double?, placeOfBest: String
  ) {
    self.first = first
    self.last = last
    self.best = best
    self.sinceBest = sinceBest
    self.trainingAtBest = trainingAtBest
    self.placeOfBest = placeOfBest
  }

  init(_ value: Double, training: Double?, place: String) {
    self.init(
      first: value, last: value, best: value, sinceBest: 0, trainingAtBest: training, placeOfBest: place)
  }

  /// Takes the next value, which is finite.
  mutating func add(_ value: Double, training: Double?, place: String) {
    last = value
    guard value < best else { return sinceBest += 1 }
    self = ValidationTrend(
      first: first, last: value, best: value, sinceBest: 0, trainingAtBest: training, placeOfBest: place)
  }

  /// Whether it parts from the training's loss, which is `training` now.
  func parts(from training: Double?) -> Bool {
    guard sinceBest >= Self.patience, let before = trainingAtBest, let training else { return false }
    let gained = max(first - best, abs(best) * 0.1)
    return last - best > Self.lostShare * gained && before - training > Self.trainingShare * abs(before)
  }
}
