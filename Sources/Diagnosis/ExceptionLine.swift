/// Reads the line on which an exception names itself: `ValueError: message`.
enum ExceptionLine {
  private static let endings = [
    "Error", "Exception", "Interrupt", "Exit", "Timeout", "NotFound", "StopIteration", "Failure", "Mismatch",
    "Conflict",
    "BrokenProcessPool", "BadZipFile", "Expired", "Empty", "Refused", "BadRequest", "Disconnected",
  ].map { Array($0.utf8) }
  private static let longest = 200

  /// The name in front of `: message`, or alone on its line.
  ///
  /// - Parameter closesTraceback: whether it stands where a traceback ends, so that names are believed that say
  ///   less, such as `zlib.error`.
  static func type(_ line: [UInt8], closesTraceback: Bool = false) -> String? {
    var end = 0
    var last: UInt8 = 0x2E
    var component = 0
    while end < line.count, end < longest {
      let byte = line[end]
      guard byte == 0x2E || byte == 0x5F || byte &- 0x30 < 10 || isLetter(byte) else {
        break
      }
      if last == 0x2E { component = end }
      last = byte
      end += 1
    }
    guard end > 0, last != 0x2E else { return nil }
    let name = line[..<end]
    let isDotted = component > 0
    let isNamed = line[component] &- 0x41 < 26 || line[component] == 0x5F
    guard isNamed || closesTraceback && isDotted && line[component..<end].starts(with: "error".utf8) else {
      return nil
    }
    let rest = line[end...]
    if rest.isEmpty {
      return end > 4 && (isKnown(name) || closesTraceback && isDotted && isNamed) ? text(name) : nil
    }
    let isFollowed = rest.first == 0x3A
    guard
      isFollowed
        || rest.first == 0x28 && ByteSearch.find([0x29, 0x3A], in: Array(rest.prefix(longest))) != nil
    else { return nil }
    if isKnown(name) { return text(name) }
    return isDotted && rest.starts(with: ": ".utf8) ? text(name) : nil
  }

  /// Whether a name is one that exceptions have.
  static func isKnown(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    if name.reversed().starts(with: "Warning".utf8.reversed()) { return false }
    return endings.contains { name.reversed().starts(with: $0.reversed()) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func text(_ name: ArraySlice<UInt8>) -> String { String(decoding: name, as: UTF8.self) }
}
