/// A point in wall-clock time, in nanoseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.nanoseconds < right.nanoseconds }

  /// RFC 3339 in UTC with milliseconds: `2026-11-21T03:40:00.123Z`.
  package var rfc3339: String {
    let parts = CivilTime(self)
    return "\(parts.year)-\(two(parts.month))-\(two(parts.day))T"
      + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))."
      + "\(three(parts.millisecond))Z"
  }

  /// The time as it stands in a run's identifier, to the second: `20261121T034000`.
  package var compact: String {
    let parts = CivilTime(self)
    return "\(parts.year)\(two(parts.month))\(two(parts.day))T"
      + "\(two(parts.hour))\(two(parts.minute))\(two(parts.second))"
  }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  private func three(_ value: Int) -> String { value < 100 ? "0" + two(value) : "\(value)" }
}
