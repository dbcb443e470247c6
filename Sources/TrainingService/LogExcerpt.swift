internal import LogReading
internal import Platform

/// The parts of a log that a diagnosis looks at: its first and its last lines.
enum LogExcerpt {
  private static let headBytes: Int64 = 64 << 10
  private static let tailBytes: Int64 = 256 << 10

  /// Clean lines in file order, with a gap where the log is larger than what is looked at.
  static func lines(ofLogAt path: String) -> [LogLine] {
    // No log is no evidence; the verdict then comes from the exit status.
    guard let file = try? FileDescriptor.open(path, .reading), let size = try? file.size() else { return [] }
    if size <= headBytes + tailBytes { return lines(of: file, from: 0, to: size, skippingPartial: false) }
    return lines(of: file, from: 0, to: headBytes, skippingPartial: false)
      + lines(of: file, from: size - tailBytes, to: size, skippingPartial: true)
  }

  /// The last lines of a log that are not empty, at most `count`.
  static func lastLines(_ count: Int, ofLogAt path: String) -> [String] {
    guard let file = try? FileDescriptor.open(path, .reading), let size = try? file.size() else { return [] }
    let start = max(0, size - (64 << 10))
    return lines(of: file, from: start, to: size, skippingPartial: start > 0)
      .map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }.suffix(count)
      .map { String($0.prefix(500)) }
  }

  private static func lines(
    of file: borrowing FileDescriptor, from start: Int64, to end: Int64, skippingPartial: Bool
  ) -> [LogLine] {
    // What cannot be read is no evidence.
    let bytes = (try? file.read(at: start, limit: Int(end - start))) ?? []
    var lines: [LogLine] = []
    var position = bytes.startIndex
    if skippingPartial {
      position = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.startIndex
    }
    while position < bytes.endIndex {
      let lineEnd = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      lines.append(
        LogLine(offset: start + Int64(position), text: LogText.cleanLine(bytes[position..<lineEnd])))
      position = lineEnd + 1
    }
    return lines
  }
}
