/// The form of times on the wire: `2026-11-21T03:40:00.123Z`, `2026-11-21T03:40:00+01:00`.
enum RFC3339 {
  /// Whether the whole text is a time.
  static func isTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return !bytes.isEmpty && end(at: 0, in: bytes) == bytes.count
  }

  /// Where the time that begins at `start` ends; nil when none begins there.
  ///
  /// The form alone is looked at, not whether there is such a day.
  static func end(at start: Int, in text: [UInt8]) -> Int? {
    guard var end = match("dddd-dd-ddTdd:dd:dd", at: start, in: text) else { return nil }
    if end < text.count, text[end] == UInt8(ascii: ".") {
      let digits = text[(end + 1)...].prefix { isDigit($0) }.count
      guard digits > 0 else { return nil }
      end += 1 + digits
    }
    return ["Z", "+dd:dd", "-dd:dd"].lazy.compactMap { match($0, at: end, in: text) }.first
  }

  /// The end of `pattern`, in which `d` is any digit.
  private static func match(_ pattern: String, at start: Int, in text: [UInt8]) -> Int? {
    let pattern = Array(pattern.utf8)
    guard start + pattern.count <= text.count else { return nil }
    let fits = zip(pattern, text[start...]).allSatisfy { wanted, byte in
      wanted == UInt8(ascii: "d") ? isDigit(byte) : wanted == byte
    }
    return fits ? start + pattern.count : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
