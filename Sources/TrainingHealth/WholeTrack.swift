/// The way of a training through its whole, in constant memory, and how long the rest will take.
struct WholeTrack: Hashable, Sendable {
  /// Movements before a time is told, without the first one.
  static let fewestMovements = 5
  /// How much of the whole they must have covered, unless `longestWarmUp` has gone by.
  static let warmShare = 0.02
  /// Seconds.
  static let longestWarmUp = 30.0
  /// Movements before only the later half of them counts.
  static let manyMovements = 16
  /// Samples past this are thinned to every other one.
  static let capacity = 64

  private struct Sample: Hashable, Sendable {
    let time: Double
    let share: Double
  }

  private var last: WholePosition?
  /// From the end of the first movement on, which holds compilation and warm-up; evenly over the whole time.
  private var samples: [Sample] = []
  private var newest: Sample?
  private var movements = 0

  /// Takes the next position.
  ///
  /// - Parameters:
  ///   - position: nil where nobody can tell: then what was measured is worth nothing.
  ///   - time: seconds; nil for what was reached before anybody looked.
  mutating func note(_ position: WholePosition?, at time: Double?) {
    guard let position, let known = last, known.basis == position.basis, known.share <= position.share,
      let time
    else {
      // The first one, or the count began anew.
      self = WholeTrack()
      return last = position
    }
    guard position.share > known.share else { return }
    last = position
    let sample = Sample(time: time, share: position.share)
    defer { newest = sample }
    guard let newest else { return samples.append(sample) }
    // What is read in one go happened at one time.
    guard time > newest.time else { return }
    movements += 1
    samples.append(sample)
    guard samples.count > Self.capacity else { return }
    samples = samples.indices.filter { $0.isMultiple(of: 2) }.map { samples[$0] }
  }

  /// Seconds until the whole is done; nil while nobody can tell.
  func secondsLeft(at now: Double) -> Double? {
    // What follows when all is counted, nobody has measured.
    guard let rate, let newest, newest.share < 1 else { return nil }
    // What has gone by since counts as far as the next movement was to be expected by then.
    let since = min(max(0, now - newest.time), (newest.time - samples[0].time) / Double(movements))
    return max(0, (1 - newest.share) / rate - since)
  }

  /// Shares of the whole a second; nil before it is warm.
  ///
  /// Of many movements those in the later half of the time count, so that it follows a training whose speed changes, and still knows its pauses.
  var rate: Double? {
    guard movements >= Self.fewestMovements, let first = samples.first, let newest else { return nil }
    let elapsed = newest.time - first.time
    guard newest.share - first.share >= Self.warmShare || elapsed >= Self.longestWarmUp else { return nil }
    let half = samples.last { $0.time <= first.time + elapsed / 2 } ?? first
    let start = movements >= Self.manyMovements ? half : first
    guard newest.time > start.time, newest.share > start.share else { return nil }
    return (newest.share - start.share) / (newest.time - start.time)
  }
}
