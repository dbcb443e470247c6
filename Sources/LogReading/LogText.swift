/// Turns the bytes of a log into text as a person reads it.
package enum LogText {
  /// Several lines of log without decoration.
  ///
  /// Of a line that was redrawn (carriage returns, runs of backspaces) the last state remains; ANSI sequences
  /// and control characters other than line feed and tab go; what is not UTF-8 becomes U+FFFD.
  package static func clean(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    text.reserveCapacity(bytes.count)
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: ASCII.lineFeed) {
      text += cleanLine(bytes[start..<end])
      text += "\n"
      start = end + 1
    }
    text += cleanLine(bytes[start...])
    return text
  }

  /// Several lines of log without decoration.
  package static func clean(_ bytes: [UInt8]) -> String { clean(bytes[...]) }

  /// One line, without its line feed, as it remains visible.
  package static func cleanLine(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    while line.last == ASCII.carriageReturn { line.removeLast() }
    let isPlain = line.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == ASCII.tab }
    return isPlain ? String(decoding: line, as: UTF8.self) : LineScreen.visible(line)
  }
}
