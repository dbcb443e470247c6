internal import Platform
internal import TrainingModel

/// How far the stopping of a run is: SIGTERM to all, the grace, SIGKILL to all until none is left.
enum StopSequence {
  case idle
  /// SIGTERM was sent; SIGKILL follows at the instant.
  case terminating(StopReason?, killAt: MonotonicInstant)
  /// SIGKILL is sent, again at the instant to what was born meanwhile.
  case killing(StopReason?, againAt: MonotonicInstant)

  /// Between two looks for processes that were born while the others were killed.
  static let killInterval = 0.02

  /// Why, if somebody asked; nil also for what the training itself left behind.
  var reason: StopReason? {
    switch self {
    case .idle: nil
    case .terminating(let reason, _), .killing(let reason, _): reason
    }
  }

  /// When the next step is due.
  var deadline: MonotonicInstant? {
    switch self {
    case .idle: nil
    case .terminating(_, let instant), .killing(_, let instant): instant
    }
  }
}
