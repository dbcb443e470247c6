package import TrainingModel

/// From wall clocks to instants.
extension TimeZoneRules {
  /// The instants at which the clocks of a zone show one local time.
  package enum LocalTimes: Hashable, Sendable {
    /// The usual case.
    case one(Timestamp)
    /// The clocks are set forward past it; `resumes` is the first instant after the gap.
    case none(resumes: Timestamp)
    /// The clocks are set back over it.
    case two(earlier: Timestamp, later: Timestamp)

    /// The only or first instant, or the first after the gap: when a job of that local time runs.
    package var first: Timestamp {
      switch self {
      case .one(let time), .none(resumes: let time), .two(earlier: let time, later: _): time
      }
    }
  }

  /// When the clocks show a local time, given as seconds since their 1970-01-01 00:00; nil when that is out of the
  /// range of `Timestamp`.
  package func localTimes(_ wallTime: Int) -> LocalTimes? {
    var instants: [Int] = []
    var next = wallTime - Self.largestOffset
    while next <= wallTime + Self.largestOffset {
      let period = period(at: next)
      let instant = wallTime - period.offset
      if instant >= period.start, instant < period.end { instants.append(instant) }
      next = period.end
    }
    guard let first = instants.first, let last = instants.last else {
      return Timestamp(second: firstInstant(reaching: wallTime)).map { .none(resumes: $0) }
    }
    guard let earlier = Timestamp(second: first), let later = Timestamp(second: last) else { return nil }
    return first == last ? .one(earlier) : .two(earlier: earlier, later: later)
  }

  /// The first second at which the clocks show `wallTime` or more: the only one that shows it, the first of two, or
  /// the first after the gap that it lies in.
  func firstInstant(reaching wallTime: Int) -> Int {
    var period = period(at: wallTime - Self.largestOffset)
    while wallTime - period.offset >= period.end { period = self.period(at: period.end) }
    return max(wallTime - period.offset, period.start)
  }

  /// The latest local time that the clocks have shown up to a second: more than they show in the second pass of an
  /// hour that is repeated.
  func latestWallTime(through second: Int) -> Int {
    var period = period(at: second)
    var latest = second + period.offset
    while period.start > second - 2 * Self.largestOffset {
      let end = period.start
      period = self.period(at: end - 1)
      latest = max(latest, end - 1 + period.offset)
    }
    return latest
  }
}
