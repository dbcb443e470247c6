/// A trigger as its author wrote it: what is shown, kept, and read again whenever the zone files may have changed.
package struct TriggerSpecification: Hashable, Sendable {
  /// The time or times, as they were written.
  package enum Kind: Hashable, Sendable {
    /// RFC 3339; without an offset it is local time in the zone.
    case once(runAt: String)
    case interval(seconds: Int)
    /// Five fields or a macro.
    case cron(expression: String)

    /// The word for it in every answer.
    package var name: String {
      switch self {
      case .once: "once"
      case .interval: "interval"
      case .cron: "cron"
      }
    }
  }

  package var kind: Kind
  /// An IANA name; nil for the zone of the server that creates the schedule, which is filled in then.
  package var timeZone: String?
  /// RFC 3339; no occurrence is before it.
  package var startAt: String?
  /// RFC 3339; no occurrence is after it.
  package var endAt: String?
  /// The longest delay of a start in seconds; 0 for none.
  package var jitter: Int

  package init(
    _ kind: Kind, timeZone: String? = nil, startAt: String? = nil, endAt: String? = nil, jitter: Int = 0
  ) {
    self.kind = kind
    self.timeZone = timeZone
    self.startAt = startAt
    self.endAt = endAt
    self.jitter = jitter
  }
}
