/// An exception that a logging program printed within a line: `12:01 ERROR train: ValueError: no such layer`.
enum EmbeddedException {
  /// The exception in a line, without what stands in front of it; nil where there is none, and where the line begins
  /// with it.
  static func exception(in text: String, at index: Int) -> PythonException? {
    let bytes = Array(text.utf8.prefix(longest))
    if let exception = written(bytes, at: index) { return exception }
    var end = 0
    while let colon = bytes[end...].firstIndex(of: 0x3A) {
      end = colon + 1
      var start = colon
      while start > 0, isNamePart(bytes[start - 1]) { start -= 1 }
      guard start > 0, colon > start, end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x28,
        [0x20, 0x28, 0x27, 0x22, 0x5B].contains(bytes[start - 1])
      else { continue }
      let line = Array(bytes[start...])
      guard let type = ExceptionLine.type(line), ExceptionLine.isKnown(type.utf8), type.utf8.count > shortest
      else {
        continue
      }
      return PythonException(
        type: type, lines: [String(decoding: line, as: UTF8.self)], frames: [], index: index, prefix: "",
        chain: -1)
    }
    return nil
  }

  /// One that nothing caught in a C++ program: `  what():  cannot open a.bin`.
  static func native(in text: String, at index: Int) -> PythonException? {
    let bytes = Array(text.utf8.prefix(longest))
    for mark in ["what():", "uncaught exception of type "] {
      guard let place = ByteSearch.find(Array(mark.utf8), in: bytes) else { continue }
      let message = String(decoding: bytes[(place + mark.utf8.count)...], as: UTF8.self)
        .drop { $0 == " " || $0 == "\t" }
      guard !message.isEmpty else { return nil }
      return PythonException(
        type: "Error", lines: ["Error: " + message], frames: [], index: index, prefix: "", chain: -1)
    }
    return nil
  }

  /// One that a line holds as Python writes a value: `TypeError("no such argument")`.
  private static func written(_ bytes: [UInt8], at index: Int) -> PythonException? {
    for mark in ["Error(\"", "Error('", "Exception(\"", "Exception('"] {
      guard let place = ByteSearch.find(Array(mark.utf8), in: bytes) else { continue }
      let open = place + mark.utf8.count - 2
      var start = place
      while start > 0, isNamePart(bytes[start - 1]) { start -= 1 }
      let type = String(decoding: bytes[start..<open], as: UTF8.self)
      let message = bytes[(open + 2)...]
      guard type.utf8.count > shortest - 1, let close = message.lastIndex(of: bytes[open + 1]) else {
        continue
      }
      let line = type + ": " + String(decoding: message[..<close], as: UTF8.self)
      return PythonException(type: type, lines: [line], frames: [], index: index, prefix: "", chain: -1)
    }
    return nil
  }

  private static let longest = 1000
  /// `Error: ` and `Exception: ` alone name nothing.
  private static let shortest = 9

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2E
  }
}
