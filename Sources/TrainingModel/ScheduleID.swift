/// The name of one schedule: `schedule-<time>-<random>`, opaque to callers, never reused.
package struct ScheduleID: Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  /// Takes an identifier that a caller or a file name gives; nil when it cannot be one.
  package init?(_ text: String) {
    guard let text = RandomName.checked(text, prefix: Self.prefix) else { return nil }
    rawValue = text
  }

  /// A new identifier from the time of creation and 130 random bits.
  package init(createdAt: Timestamp, using generator: inout some RandomNumberGenerator) {
    rawValue = RandomName.make(Self.prefix, createdAt, using: &generator)
  }

  package var description: String { rawValue }

  private static let prefix = "schedule-"
}
