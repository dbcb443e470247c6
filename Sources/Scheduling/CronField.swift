/// One of the five fields of a cron expression, in their order.
package enum CronField: String, CaseIterable, Hashable, Sendable {
  case minute
  case hour
  case dayOfMonth = "day-of-month"
  case month
  case dayOfWeek = "day-of-week"

  /// The numbers that may be written; of weekdays, 0 and 7 are both Sunday.
  package var range: ClosedRange<Int> {
    switch self {
    case .minute: 0...59
    case .hour: 0...23
    case .dayOfMonth: 1...31
    case .month: 1...12
    case .dayOfWeek: 0...7
    }
  }

  /// The last value that `*` and `a/step` reach: Sunday is 0 there, so that no step meets it twice.
  var last: Int { self == .dayOfWeek ? 6 : range.upperBound }

  /// The three-letter names of the values, in order from the first; empty for fields of numbers alone.
  var names: [String] {
    switch self {
    case .month: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    case .dayOfWeek: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
    case .minute, .hour, .dayOfMonth: []
    }
  }

  /// The value behind a name in any case; nil when it is none of this field's.
  func value(named name: some StringProtocol) -> Int? {
    let name = name.uppercased()
    return names.firstIndex(of: name).map { $0 + range.lowerBound }
  }

  /// What may stand in the field, for messages: `0-7 (0 and 7 are Sunday) or SUN-SAT`.
  var allowed: String {
    let numbers = "\(range.lowerBound)-\(range.upperBound)"
    return switch self {
    case .minute, .hour, .dayOfMonth: numbers
    case .month: numbers + " or JAN-DEC"
    case .dayOfWeek: numbers + " (0 and 7 are Sunday) or SUN-SAT"
    }
  }
}
