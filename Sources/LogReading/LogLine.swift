/// One line of a log as a person reads it, and where it stands in the file.
package struct LogLine: Hashable, Sendable {
  /// Bytes from the start of the file to the first byte of the line.
  package let offset: Int64
  /// The line without ANSI sequences, control characters and overwritten states.
  package let text: String

  package init(offset: Int64, text: String) {
    self.offset = offset
    self.text = text
  }
}
