package import TrainingModel

/// Times at a fixed distance from a first one, whatever runs take and clocks show: no drift, and no daylight saving.
package struct IntervalGrid: Hashable, Sendable {
  /// The first occurrence.
  package let anchor: Timestamp
  /// Seconds between two.
  package let seconds: Int

  /// - Parameter anchor: The first occurrence.
  /// - Throws: `seconds` is not 1 to 3,155,760,000 (100 years).
  package init(seconds: Int, anchor: Timestamp) throws(ScheduleProblem) {
    guard Self.allowed ~= seconds else {
      throw ScheduleProblem(
        kind: .outOfRange, argument: "interval_seconds", message: "\(seconds) is out of range",
        hint: "write whole seconds from \(Self.allowed.lowerBound) to \(Self.allowed.upperBound)")
    }
    self.seconds = seconds
    self.anchor = anchor
  }

  /// A grid that nobody gave a start: the first occurrence is one interval after the creation, on a whole second.
  package init(seconds: Int, createdAt: Timestamp) throws(ScheduleProblem) {
    let first = createdAt.secondRoundedUp.addingReportingOverflow(seconds)
    guard !first.overflow, let anchor = Timestamp(second: first.partialValue) else {
      throw ScheduleProblem(
        kind: .outOfRange, argument: "interval_seconds", message: "\(seconds) is out of range",
        hint: "write whole seconds from \(Self.allowed.lowerBound) to \(Self.allowed.upperBound)")
    }
    try self.init(seconds: seconds, anchor: anchor)
  }

  /// The first occurrence after a time; nil when a timestamp cannot hold it.
  package func next(after time: Timestamp) -> Timestamp? {
    time < anchor ? anchor : occurrence(number(at: time) + 1)
  }

  /// The last occurrence before a time; nil when there is none.
  package func previous(before time: Timestamp) -> Timestamp? {
    time <= anchor ? nil : occurrence((distance(to: time) - 1) / step)
  }

  /// How many occurrences are after `start` and not after `end`.
  package func count(after start: Timestamp, through end: Timestamp) -> Int {
    guard start < end, end >= anchor else { return 0 }
    let before = start < anchor ? 0 : number(at: start) + 1
    return Int(number(at: end) + 1 - before)
  }

  private static let allowed = 1...3_155_760_000

  // Wide, so that no pair of timestamps overflows.
  private var step: Int128 { Int128(seconds) * 1_000_000_000 }

  private func distance(to time: Timestamp) -> Int128 {
    Int128(time.nanoseconds) - Int128(anchor.nanoseconds)
  }

  /// How many occurrences come between the first and `time`, for times from the first on.
  private func number(at time: Timestamp) -> Int128 { distance(to: time) / step }

  private func occurrence(_ number: Int128) -> Timestamp? {
    Int64(exactly: Int128(anchor.nanoseconds) + number * step).map(Timestamp.init(nanoseconds:))
  }
}
