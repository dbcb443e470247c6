internal import TrainingModel

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
}
