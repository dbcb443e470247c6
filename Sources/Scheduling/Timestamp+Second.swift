internal import TrainingModel

// Every step stops at the ends of what a timestamp can hold.
extension Timestamp {
  /// The second since 1970 that it lies in.
  var second: Int { Int(nanoseconds).floorDivided(by: 1_000_000_000) }

  /// The second since 1970 that it lies in or, between two seconds, the one after.
  var secondRoundedUp: Int { -(-Int(max(nanoseconds, -.max))).floorDivided(by: 1_000_000_000) }

  /// The begin of a second since 1970; nil when a timestamp cannot hold it (before 1677 and after 2262).
  init?(second: Int) {
    let (nanoseconds, overflows) = second.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflows else { return nil }
    self.init(nanoseconds: Int64(nanoseconds))
  }

  var nanosecondLater: Timestamp { Timestamp(nanoseconds: nanoseconds == .max ? .max : nanoseconds + 1) }
  var nanosecondEarlier: Timestamp { Timestamp(nanoseconds: nanoseconds == .min ? .min : nanoseconds - 1) }

  /// The time so many seconds later, or earlier where the number is negative.
  func later(bySeconds seconds: Int) -> Timestamp {
    let (delta, tooFar) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflows) = nanoseconds.addingReportingOverflow(delta)
    guard tooFar || overflows else { return Timestamp(nanoseconds: sum) }
    return Timestamp(nanoseconds: seconds < 0 ? .min : .max)
  }
}
