/// Frames of a traceback as IPython prints them in notebooks: with the source around the line, and an arrow at it.
enum NotebookFrame {
  /// How cells are named: those of IPython 8 and of earlier ones.
  private static let cells = ["Cell In[", "Input In [", "<ipython-input-"]

  /// Whether a file's name is that of a cell, which is the user's own.
  static func isCell(_ file: String) -> Bool { cells.contains(where: file.hasPrefix) }

  /// The frame that a line begins; its line number is 0 where the arrow tells it.
  ///
  /// `File ~/proj/train.py:42, in main(args)`, `Cell In[3], line 7, in main()`, `/home/u/train.py in main(args)`.
  static func frame(_ bytes: [UInt8]) -> PythonFrame? {
    guard let first = bytes.first, first > 0x20, bytes.count < 1000 else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("File "), let colon = lineNumber(in: text) {
      return PythonFrame(
        file: String(text[..<colon.start].dropFirst(5)), line: colon.number, function: colon.function)
    }
    guard
      isCell(text) || text.hasPrefix("/") || text.hasPrefix("~") || text.hasPrefix("C:\\")
        || text.hasPrefix("D:\\")
    else { return nil }
    if let mark = text.firstRange(of: ", line ") {
      let digits = text[mark.upperBound...].prefix { $0.isNumber }
      guard isCell(text), let number = Int(digits) else { return nil }
      return PythonFrame(
        file: String(text[..<mark.lowerBound]), line: number, function: function(in: text[digits.endIndex...])
      )
    }
    guard let mark = text.firstRange(of: ", in ") ?? text.firstRange(of: " in "),
      isCell(text) || text[..<mark.lowerBound].hasSuffix(".py")
    else {
      return nil
    }
    return PythonFrame(
      file: String(text[..<mark.lowerBound]), line: 0,
      function: String(text[mark.upperBound...].prefix { $0 != "(" }))
  }

  /// What the arrow of a frame points at: `---> 42     loss.backward()`.
  static func arrow(_ bytes: [UInt8]) -> (line: Int, code: String)? {
    let dashes = bytes.prefix { $0 == 0x2D }
    guard !dashes.isEmpty, dashes.count <= 8 else { return nil }
    let rest = String(decoding: bytes[dashes.count...].prefix(500), as: UTF8.self)
    guard rest.hasPrefix("> ") else { return nil }
    let digits = rest.dropFirst(2).prefix { $0.isNumber }
    guard let line = Int(digits) else { return nil }
    return (line, String(rest[digits.endIndex...].drop { $0 == " " }))
  }

  /// Where `:42, in main(args)` begins.
  private static func lineNumber(in text: String) -> (start: String.Index, number: Int, function: String)? {
    var end = text.endIndex
    if let mark = text.firstRange(of: ", in ") { end = mark.lowerBound }
    guard let colon = text[..<end].lastIndex(of: ":"),
      let number = Int(text[colon...].dropFirst().prefix { $0.isNumber }),
      text[colon...].dropFirst().prefix(while: { $0.isNumber }).endIndex == end
    else { return nil }
    return (colon, number, function(in: text[end...]))
  }

  /// `main` of `, in main(args)`.
  private static func function(in text: Substring) -> String {
    text.hasPrefix(", in ") ? String(text.dropFirst(5).prefix { $0 != "(" }) : ""
  }
}
