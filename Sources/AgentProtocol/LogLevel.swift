/// How much a message matters: the severities of syslog (RFC 5424), the least first.
package enum LogLevel: String, CaseIterable, Comparable, Sendable {
  case debug, info, notice, warning, error, critical, alert, emergency

  package static func < (left: LogLevel, right: LogLevel) -> Bool { left.rank < right.rank }

  /// All names, for who gave none of them.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
