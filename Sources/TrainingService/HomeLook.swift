/// What was seen when the home was looked through: whether that still holds is told by one stat(2).
enum HomeLook: Equatable {
  case never
  /// The directory of the runs had been changed at this time, nanoseconds since 1970; nil when it was not there.
  case at(changedAt: Int64?)

  /// The clock of file times moves in steps of some milliseconds: what changes in the step of the look shows the same
  /// time, so such a look does not count.
  static let clockStep: Int64 = 50_000_000

  /// A look at a directory that was changed at `changedAt`.
  ///
  /// - Parameter now: nanoseconds since 1970.
  init(changedAt: Int64?, now: Int64) {
    if let changedAt, abs(now - changedAt) < Self.clockStep {
      self = .never
    } else {
      self = .at(changedAt: changedAt)
    }
  }
}
