package import LogReading
package import Platform
internal import TrainingModel

/// The parts of a log that a diagnosis looks at: its first and its last lines.
package enum LogExcerpt {
  static let headBytes: Int64 = 64 << 10
  static let tailBytes: Int64 = 256 << 10
  private static let lastLinesBytes: Int64 = 64 << 10

  /// Clean lines of a whole log in file order, with a gap where it is larger than what is looked at.
  package static func lines(of file: borrowing FileDescriptor) throws(SystemError) -> [LogLine] {
    let size = try file.size()
    if size <= headBytes + tailBytes { return lines(in: try file.read(at: 0, limit: Int(size))[...], at: 0) }
    let start = size - tailBytes
    let head = try file.read(at: 0, limit: Int(headBytes))
    let tail = try file.read(at: start, limit: Int(tailBytes))
    return lines(in: head[...], at: 0) + lines(in: tail[...], at: start, skippingPartial: true)
  }

  /// Clean lines in file order, with a gap where the log is larger than what is looked at, or lacks its middle.
  static func lines(of log: RunLog) -> [LogLine] {
    // No log is no evidence; the verdict then comes from the exit status.
    guard let file = try? FileDescriptor.open(log.path, .readingNoLink), let size = try? file.size() else {
      return []
    }
    let missing = missing(of: log, size: size)
    if size <= headBytes + tailBytes, missing.isEmpty { return lines(of: file, in: 0..<size) }
    let headEnd = missing.isEmpty ? headBytes : min(headBytes, missing.lowerBound)
    return lines(of: file, in: 0..<headEnd) + lastLines(of: file, size: size, behind: missing, tailBytes)
  }

  /// The last lines of a log that are not empty, at most `count`.
  static func lastLines(_ count: Int, of log: RunLog) -> [String] {
    // As above.
    guard let file = try? FileDescriptor.open(log.path, .readingNoLink), let size = try? file.size() else {
      return []
    }
    return lastLines(of: file, size: size, behind: missing(of: log, size: size), lastLinesBytes)
      .map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }.suffix(count)
      .map { String($0.prefix(500)) }
  }

  private static func missing(of log: RunLog, size: Int64) -> Range<Int64> {
    // Without a record that can be read it is all text; where it is not, zero bytes are no evidence.
    let missing = (try? log.gap(size: size))?.dropped ?? 0..<0
    return missing.clamped(to: 0..<size)
  }

  private static func lastLines(
    of file: borrowing FileDescriptor, size: Int64, behind missing: Range<Int64>, _ limit: Int64
  ) -> [LogLine] {
    let start = max(0, size - limit)
    // Behind what was dropped a line begins.
    guard start > missing.upperBound else { return lines(of: file, in: missing.upperBound..<size) }
    return lines(of: file, in: start..<size, skippingPartial: true)
  }

  private static func lines(
    of file: borrowing FileDescriptor, in range: Range<Int64>, skippingPartial: Bool = false
  ) -> [LogLine] {
    // What cannot be read is no evidence.
    let bytes = (try? file.read(at: range.lowerBound, limit: Int(range.byteCount))) ?? []
    return lines(in: bytes[...], at: range.lowerBound, skippingPartial: skippingPartial)
  }

  /// Clean lines of bytes that stand at `offset` in the log.
  ///
  /// - Parameter skippingPartial: leaves out what stands before the first line end.
  static func lines(
    in bytes: ArraySlice<UInt8>, at offset: Int64, skippingPartial: Bool = false
  ) -> [LogLine] {
    var lines: [LogLine] = []
    var position = bytes.startIndex
    if skippingPartial {
      position = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.startIndex
    }
    while position < bytes.endIndex {
      let lineEnd = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      lines.append(
        LogLine(
          offset: offset + Int64(position - bytes.startIndex),
          text: LogText.cleanLine(bytes[position..<lineEnd])))
      position = lineEnd + 1
    }
    return lines
  }
}
