internal import MetricCurves
package import TrainingModel

/// Watches the memory of a training, and warns once when it climbs steadily to a ceiling that it will reach.
///
/// Looks go in, in constant memory; it knows no clock. What counts are the low points between which the memory moves, so
/// that the sawtooth of a data loader or an epoch is no climb; the time before the first epoch ends is left out, because
/// data may be cached then.
package struct MemoryTrend: Hashable, Sendable {
  /// Looks at the beginning that do not count.
  static let warmUpLooks = 10.0
  /// The most looks that are waited for the end of the first epoch.
  static let firstEpochLooks = 360.0
  /// Looks before anything is said: half an hour of those that come twice a minute.
  static let fewestLooks = 60.0
  /// Equal parts of the time whose lowest points are compared.
  static let parts = 6
  /// Every part must rise by so many times the mean rise.
  static let evenRise = 0.5...1.8
  /// So many times the mean rise must lie between the two halves of the last part, so that it goes on.
  static let lastRise = 0.2
  /// The last rises as a share of the first ones: what falls below becomes a plateau.
  static let lastingShare = 0.7
  /// Less is nothing that a ceiling is reached by: bytes, and a share of what it was at first.
  static let smallestRise = 64.0 * 1024 * 1024
  static let smallestShare = 0.02
  /// Seconds to the ceiling that are too far away, where nobody knows how long the training takes.
  static let horizon = 72.0 * 3600
  /// So many times what the training still takes, as far as is known.
  static let timeLeftFactor = 2.0
  /// Marks past this are merged two by two.
  static let capacity = 192

  /// The lowest point in some time.
  private struct Mark: Hashable, Sendable {
    /// When that time began.
    let start: Double
    var low: Int64
  }

  /// Seconds between two looks.
  private let interval: Double
  private var firstTime: Double?
  private var lastEpoch: Double?
  /// Ends of epochs since the first mark; nil while none was seen.
  private var epochEnds: Int?
  private var marks: [Mark] = []
  /// Set once, for good.
  package private(set) var warning: RunWarning?

  /// - Parameter interval: seconds between two looks; greater than 0.
  package init(interval: Double) { self.interval = interval }

  /// Takes the next look.
  ///
  /// - Parameters:
  ///   - look: later than the last one.
  ///   - timeLeft: seconds that the training still takes; nil while nobody can tell.
  /// - Returns: a warning, the one time that it is raised.
  package mutating func note(_ look: MemoryLook, timeLeft: Double? = nil) -> RunWarning? {
    guard warning == nil else { return nil }
    let start = firstTime ?? look.time
    firstTime = start
    noteEpoch(look.epoch)
    let age = look.time - start
    guard age >= interval * Self.warmUpLooks else { return nil }
    if look.epoch != nil, epochEnds == nil, age < interval * Self.firstEpochLooks { return nil }
    marks.append(Mark(start: look.time, low: look.bytes))
    if marks.count > Self.capacity { merge() }
    warning = judge(look, timeLeft: timeLeft)
    return warning
  }

  private mutating func noteEpoch(_ epoch: Double?) {
    guard let epoch = epoch?.rounded(.down) else { return }
    defer { lastEpoch = epoch }
    guard let lastEpoch, epoch != lastEpoch else { return }
    if epochEnds == nil { marks = [] }
    epochEnds = epochEnds.map { $0 + 1 } ?? 0
  }

  private mutating func merge() {
    marks = stride(from: 0, to: marks.count, by: 2).map { index in
      var mark = marks[index]
      if index + 1 < marks.count { mark.low = min(mark.low, marks[index + 1].low) }
      return mark
    }
  }

  private func judge(_ look: MemoryLook, timeLeft: Double?) -> RunWarning? {
    guard let first = marks.first, look.time - first.start >= interval * Self.fewestLooks else { return nil }
    // What an epoch takes and gives back shows when another one has gone by.
    if let epochEnds, epochEnds < 2 { return nil }
    let span = look.time - first.start
    guard let halves = lows(from: first.start, over: span) else { return nil }
    let lows = stride(from: 0, to: halves.count, by: 2).map { min(halves[$0], halves[$0 + 1]) }
    let lowest = lows[0]
    let rise = lows[Self.parts - 1] - lowest
    let rises = zip(lows, lows.dropFirst()).map { $1 - $0 }
    let newest = halves[halves.count - 1] - halves[halves.count - 2]
    guard rise >= Self.smallestRise, rise >= lowest * Self.smallestShare, isSteady(rises, newest: newest)
    else { return nil }
    let rate = rise / (span * Double(Self.parts - 1) / Double(Self.parts))
    guard let ceiling = look.ceiling else {
      // Nobody knows what it may take: what has grown by half will be too much one day.
      return rise >= lowest / 2 ? warn(lowest, look, span, rate, reach: nil) : nil
    }
    let seconds = Double(ceiling.available) / rate
    guard seconds <= timeLeft.map({ $0 * Self.timeLeftFactor }) ?? Self.horizon else { return nil }
    return warn(
      lowest, look, span, rate,
      reach: "at that rate it reaches \(ceiling.words) in about \(DurationText.words(seconds))")
  }

  /// The lowest bytes in each half of each part of the time; nil where one holds no mark.
  private func lows(from start: Double, over span: Double) -> [Double]? {
    let count = Self.parts * 2
    var lows = [Int64?](repeating: nil, count: count)
    for mark in marks {
      let half = min(count - 1, Int((mark.start - start) / span * Double(count)))
      lows[half] = min(lows[half] ?? .max, mark.low)
    }
    return lows.contains(nil) ? nil : lows.compactMap { $0.map(Double.init) }
  }

  private func isSteady(_ rises: [Double], newest: Double) -> Bool {
    let mean = rises.reduce(0, +) / Double(rises.count)
    let half = rises.count / 2
    return mean > 0 && rises.allSatisfy { Self.evenRise.contains($0 / mean) }
      && newest >= Self.lastRise * mean
      && rises.suffix(half).reduce(0, +) >= Self.lastingShare * rises.prefix(half).reduce(0, +)
  }

  private func warn(
    _ lowest: Double, _ look: MemoryLook, _ span: Double, _ rate: Double, reach: String?
  ) -> RunWarning {
    let evidence = [
      "from \(byteText(Int64(lowest))) to \(byteText(look.bytes)) in \(DurationText.words(span))",
      "\(byteText(Int64(rate * 3600))) an hour", reach,
    ]
    return RunWarning(
      .memoryClimbing,
      "The memory of its processes climbs steadily: look for losses that are summed with their graph (use .item() or "
        + ".detach()), lists and caches that grow with every step, and workers of the data loader that copy Python "
        + "objects; fewer workers and a checkpoint soon give time.",
      evidence: evidence.compactMap(\.self).joined(separator: "; "))
  }
}
