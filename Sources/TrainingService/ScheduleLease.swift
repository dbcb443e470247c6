internal import Platform
internal import Scheduling
internal import TrainingModel

/// What the process holds that starts what schedules ask for; the registry's alone.
final class ScheduleLease {
  /// Since when, without a break, somebody has looked at whatever came due.
  var watchingSince: Timestamp
  /// Both clocks at the last look: their difference tells of steps and sleeps.
  var lastLook: ClockReading
  var turn = Turn.resting
  /// Looks at data, by the schedules that cannot be decided on without one.
  var dataLooks: [ScheduleID: Look] = [:]
  /// Wakes at the next due time.
  var timer: EventTimer?
  /// What was complained of last, so that it is said once.
  var lastProblem: String?
  private let hold: LeaseHold
  let wake: FileDescriptor
  private var clock: ClockWatch?

  /// A look at the data of a schedule.
  enum Look: Hashable {
    case underWay(askedAt: Timestamp)
    case done(DataLook)
  }

  /// Whether a look is under way.
  enum Turn {
    case resting, looking
    /// Something has changed while the look was under way.
    case mustLookAgain
  }

  init(_ hold: LeaseHold, wake: consuming FileDescriptor, now: ClockReading) {
    self.hold = hold
    self.wake = wake
    clock = ClockWatch()
    lastLook = now
    watchingSince = now.wall
  }

  /// What to wait on for the news that the clock was set; nil where nobody tells.
  var clockDescriptor: Int32? { clock?.descriptor }

  /// The looks at data for the next turn.
  var looksForTurn: DataLooks {
    var looks = DataLooks()
    for (schedule, look) in dataLooks {
      switch look {
      case .underWay: looks.underWay.insert(schedule)
      case .done(let look): looks.done[schedule] = look
      }
    }
    return looks
  }

  /// Takes that news.
  func takeClockNews() { clock?.take() }

  /// Takes the bytes that say that something has changed.
  func takeWakes() {
    var buffer = [UInt8](repeating: 0, count: 512)
    // Nothing there is no error.
    _ = buffer.withUnsafeMutableBytes { try? wake.read(into: $0) }
  }
}
