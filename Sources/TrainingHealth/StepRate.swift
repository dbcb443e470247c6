internal import TrainingModel

/// How many steps, or epochs where no steps are told, a training makes in a second, and whether that has fallen.
struct StepRate: Hashable, Sendable {
  /// Both the time that is looked at and the time before it must hold so many movements and last so long.
  static let fewestMovements = 8
  static let shortestTime = 60.0
  /// Seconds between two marks.
  static let markInterval = 7.5
  /// Marks that are kept.
  static let capacity = 16
  /// A rate under this share of what it was before has fallen.
  static let fallenShare = 1.0 / 3
  /// One over this share has recovered.
  static let recoveredShare = 2.0 / 3

  private struct Mark: Hashable, Sendable {
    var time: Double
    var work: Double
    var movements: Int
  }

  private var unit = Slowdown.Unit.percent
  private var last: Double?
  private var now = Mark(time: 0, work: 0, movements: 0)
  /// The end of the first movement, which holds compilation and warm-up.
  private var first: Mark?
  /// The last ones, oldest first.
  private var marks: [Mark] = []
  /// Set while the rate is low.
  private(set) var slowdown: Slowdown?

  /// Takes the next progress.
  ///
  /// - Parameter time: seconds; nil for what was reached before anybody looked.
  mutating func note(_ progress: TrainingProgress, at time: Double?) {
    guard let (unit, count) = Self.count(progress, after: self.unit, last) else { return }
    guard unit == self.unit, let last, let time else {
      self = StepRate()
      self.unit = unit
      return self.last = count
    }
    guard count != last else { return }
    // Steps that begin anew were counted from 0.
    now.work += count > last ? count - last : max(0, count)
    self.last = count
    guard time > now.time || first == nil else { return }
    now.time = time
    now.movements += 1
    guard first != nil, let newest = marks.last else {
      first = now
      return marks.append(now)
    }
    guard time - newest.time >= Self.markInterval else { return }
    marks.append(now)
    if marks.count > Self.capacity { marks.removeFirst() }
    judge()
  }

  /// Steps a second since the end of the first movement; nil while that is not known, and where no steps are told.
  var ofSteps: Double? {
    guard unit == .steps, let first, now.movements - first.movements >= WholeTrack.fewestMovements else {
      return nil
    }
    return rate(first, now)
  }

  /// What is counted: steps once there are some, else epochs, else percent.
  private static func count(
    _ progress: TrainingProgress, after unit: Slowdown.Unit, _ last: Double?
  ) -> (Slowdown.Unit, Double)? {
    if let step = progress.step { return (.steps, Double(step)) }
    // Between two epochs there is no step for a while.
    if unit == .steps, last != nil { return nil }
    if let epoch = progress.epoch { return (.epochs, epoch) }
    if unit == .epochs, last != nil { return nil }
    return progress.percent.map { (.percent, $0) }
  }

  private mutating func judge() {
    guard let first, let index = marks.lastIndex(where: { isLong(from: $0, to: now) }), index > 0 else {
      return
    }
    // One more, since the first slow one may have been fast in part.
    let start = marks[index - 1]
    let parts = zip(marks[(index - 1)...], marks[index...])
    // The median: one long pause for an evaluation makes no slow training.
    guard let rate = parts.map(rate).median else { return }
    if let known = slowdown {
      if rate >= known.before * Self.recoveredShare { slowdown = nil }
      return
    }
    guard isLong(from: first, to: start) else { return }
    let before = self.rate(first, start)
    let slow = parts.filter { self.rate($0, $1) < before * Self.fallenShare }.dropFirst()
    let seconds = slow.reduce(0) { $0 + $1.1.time - $1.0.time }
    let movements = slow.reduce(0) { $0 + $1.1.movements - $1.0.movements }
    guard rate < before * Self.fallenShare, seconds >= Self.shortestTime, movements >= Self.fewestMovements
    else { return }
    slowdown = Slowdown(unit: unit, before: before, now: rate, seconds: seconds)
  }

  private func rate(_ start: Mark, _ end: Mark) -> Double {
    (end.work - start.work) / (end.time - start.time)
  }

  private func isLong(from start: Mark, to end: Mark) -> Bool {
    end.time - start.time >= Self.shortestTime && end.movements - start.movements >= Self.fewestMovements
  }
}
