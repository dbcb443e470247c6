/// The drawn part of a bar made of box-drawing lines: `━━━╸───`.
enum LineRun {
  /// The last run of at least two line characters.
  static func last(in line: LineText) -> Range<Int>? {
    let bytes = line.bytes
    var end = bytes.count
    while end >= 6 {
      if isLine(bytes, endingAt: end) {
        var start = end - 3
        while start >= 3, isLine(bytes, endingAt: start) { start -= 3 }
        if end - start >= 6 { return start..<end }
        end = start
      } else {
        end -= 1
      }
    }
    return nil
  }

  /// `━ ─ ╸ ╺ ╴ ╶`: all U+25xx.
  private static func isLine(_ bytes: [UInt8], endingAt end: Int) -> Bool {
    guard bytes[end - 3] == 0xE2 else { return false }
    switch (bytes[end - 2], bytes[end - 1]) {
    case (0x94, 0x80), (0x94, 0x81), (0x95, 0xB4), (0x95, 0xB6), (0x95, 0xB8), (0x95, 0xBA): return true
    default: return false
    }
  }
}
