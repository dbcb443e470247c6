import LogReading

/// The lines of a log with their offsets.
func lines(_ log: String) -> [LogLine] {
  var offset: Int64 = 0
  return log.split(separator: "\n", omittingEmptySubsequences: false).map { text in
    defer { offset += Int64(text.utf8.count) + 1 }
    return LogLine(offset: offset, text: String(text))
  }
}
