/// Tracebacks that Python's `rich` draws in a box, as the lines that Python itself would print.
///
/// `│ /home/u/train.py:42 in main │` is a frame, and the line with `❱` its code.
enum RichBox {
  private static let side = Array("│".utf8)
  private static let top = Array("╭".utf8)
  private static let bottom = Array("╰".utf8)
  private static let arrow = Array("❱".utf8)
  private static let title = Array("Traceback (most recent call last)".utf8)
  private static let separator = Array(" in ".utf8)

  /// What a line of a box says; empty where that is nothing for a traceback, nil for a line outside of boxes.
  static func unboxed(_ line: [UInt8]) -> [UInt8]? {
    // Nearly every line is done here.
    guard let first = line.first(where: { $0 != 0x20 }), first == side[0] else { return nil }
    let bytes = line.drop { $0 == 0x20 }
    if bytes.starts(with: top) {
      return ByteSearch.find(title, in: line) == nil ? nil : title + [UInt8(ascii: ":")]
    }
    if bytes.starts(with: bottom) { return [] }
    guard bytes.starts(with: side) else { return nil }
    var inner = bytes.dropFirst(side.count).drop { $0 == 0x20 }
    while inner.last == 0x20 { inner = inner.dropLast() }
    guard inner.suffix(side.count).elementsEqual(side) else { return nil }
    inner = inner.dropLast(side.count)
    while inner.last == 0x20 { inner = inner.dropLast() }
    if inner.starts(with: arrow) { return code(inner) }
    return frame(inner) ?? []
  }

  /// A frame, such as `/home/u/train.py:42 in main`.
  private static func frame(_ inner: ArraySlice<UInt8>) -> [UInt8]? {
    let text = Array(inner)
    guard let found = ByteSearch.find(separator, in: text),
      let colon = text[..<found].lastIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < found,
      text[(colon + 1)..<found].allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    let file = String(decoding: text[..<colon], as: UTF8.self)
    let line = String(decoding: text[(colon + 1)..<found], as: UTF8.self)
    let function = String(decoding: text[(found + separator.count)...], as: UTF8.self)
    return Array("  File \"\(file)\", line \(line), in \(function)".utf8)
  }

  /// Code, such as `❱ 42 │   │   loss = model(batch)`.
  private static func code(_ inner: ArraySlice<UInt8>) -> [UInt8] {
    // Bars stand for the number's column and for each indentation.
    var rest = inner.dropFirst(arrow.count)
    while let byte = rest.first {
      let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      guard byte == 0x20 || isDigit || rest.starts(with: side) else { break }
      rest = rest.dropFirst(byte == side[0] ? side.count : 1)
    }
    return Array("    ".utf8) + rest
  }
}
