/// A stretch of time in which the clocks of a zone keep one distance to UTC.
package struct TimeZonePeriod: Hashable, Sendable {
  /// What is added to UTC to get local time, in seconds; east is positive.
  package let offset: Int
  /// The first second, since 1970-01-01T00:00:00Z; `Int.min` for the oldest.
  package let start: Int
  /// The first second after it; `Int.max` when it lasts for ever.
  package let end: Int
}
