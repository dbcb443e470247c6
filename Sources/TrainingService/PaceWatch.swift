internal import Platform
internal import TrainingHealth
internal import TrainingModel

/// The pace of a run that is followed, and what waits for its stall.
struct PaceWatch {
  var pace: Pace
  var state = State.quiet
  /// What is known of the moment at which anything moved last; nil when nothing has.
  var lastSign: Sign?

  enum State {
    /// Too little is known for anything to be late.
    case quiet
    /// A timer goes off when it would be stalled, or before.
    case armed(EventTimer, at: MonotonicInstant)
    case stalled(Stall)
  }

  /// Where the log was when anything moved last.
  struct Sign {
    let instant: MonotonicInstant
    /// Bytes from the start of the log to the line that said so.
    let offset: Int64
    /// Bytes of the log that were read by then.
    let logSize: Int64
  }

  init(limits: PaceLimits) { pace = Pace(limits: limits) }

  /// When it would be stalled, if nothing moves; nil while too little is known.
  var stallsAt: MonotonicInstant? { pace.stallsAt.map(MonotonicInstant.init(paceSeconds:)) }

  /// That it stands still, if it does.
  ///
  /// - Parameter logSize: bytes of the log now.
  func stallWarning(at now: MonotonicInstant, logSize: Int64) -> RunWarning? {
    guard case .stalled(let stall) = state, let lastSign else { return nil }
    return stall.warning(seconds: now.seconds(since: lastSign.instant), logGrowth: logSize - lastSign.logSize)
  }
}

extension MonotonicInstant {
  /// Seconds as a pace counts them.
  var paceSeconds: Double { seconds(since: MonotonicInstant(nanoseconds: 0)) }

  init(paceSeconds seconds: Double) {
    self = MonotonicInstant(nanoseconds: 0).advanced(bySeconds: seconds)
  }
}
