/// Which part of a log is wanted.
package struct LogRequest: Sendable {
  /// Where reading starts.
  package enum Start: Sendable {
    /// So many lines before the end.
    case tail(lines: Int)
    /// Bytes from the start of the log.
    case offset(Int64)
  }

  package var start: Start
  /// Bytes of content at most.
  package var maximumBytes: Int
  /// Only lines that hold this text; nil for all.
  package var match: String?
  /// Whether bars and control characters stay as they are.
  package var isRaw: Bool

  package init(start: Start, maximumBytes: Int = 16384, match: String? = nil, isRaw: Bool = false) {
    self.start = start
    self.maximumBytes = maximumBytes
    self.match = match
    self.isRaw = isRaw
  }
}
