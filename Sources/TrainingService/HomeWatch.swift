internal import Platform
internal import TrainingModel

/// What is watched of the home while somebody listens, and what was seen of it last.
struct HomeWatch: ~Copyable {
  var runs: FileWatch?
  var schedules: FileWatch?
  /// Of the home itself: only while one of the others is not there yet.
  var home: FileWatch?
  /// When the file of each schedule was written last, in nanoseconds since 1970.
  var scheduleTimes: [ScheduleID: Int64] = [:]
  /// Whether a look at it is scheduled or under way.
  var turn = Turn.resting

  enum Turn {
    case resting
    case scheduled
    case looking
    /// Something has changed since the look that is under way began.
    case mustLookAgain
  }

  /// Whether anything is watched.
  var isActive: Bool { runs != nil || schedules != nil || home != nil }

  /// Whether a number names one of the watches.
  func has(_ number: Int32) -> Bool {
    // A borrowed optional cannot be compared by its member in one expression.
    switch runs {
    case .some(let watch) where watch.number == number: return true
    default: break
    }
    switch schedules {
    case .some(let watch) where watch.number == number: return true
    default: break
    }
    switch home {
    case .some(let watch): return watch.number == number
    case .none: return false
    }
  }
}
