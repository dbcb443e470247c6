/// What a rule may look at to word its advice: the decisive text, the command, the traceback.
struct FailureScene: Sendable {
  /// The decisive text as printed.
  let text: String
  /// The command that was started.
  let command: [String]
  let exception: PythonException?
  /// The text in small letters.
  let lower: LowerText
  /// The exception's own line in small letters.
  let headline: LowerText?
  /// The paths of the frames that tell where an exception was raised, in small letters.
  let innermostFiles: [LowerText]
  /// Lines of the log before the text and behind it; only where that text decided.
  var before: [String] = []
  var after: [String] = []
  /// The exception's name without module, where it is none of Python's own.
  let libraryName: [UInt8]?

  /// Frames from the end that tell where an exception was raised.
  private static let innermost = 2

  init(text: String, command: [String], exception: PythonException?) {
    self.text = text
    self.command = command
    self.exception = exception
    lower = LowerText(text)
    headline = exception.map { LowerText($0.headline) }
    innermostFiles = exception?.frames.suffix(Self.innermost).map { LowerText($0.file) } ?? []
    libraryName = exception.flatMap(ExceptionNameRules.libraryName)
  }

  /// The words of the text in small letters: letters, digits and underscores.
  var wordSet: Set<String> {
    let lower = text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return Set(
      lower.split { !($0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F) }.map {
        String(decoding: $0, as: UTF8.self)
      })
  }

  /// The first text in quotes behind `mark`, which is written in small letters.
  func quoted(after mark: String = "") -> String? {
    let start = mark.isEmpty ? 0 : lower.find(mark).map { $0 + mark.utf8.count }
    guard let start else { return nil }
    let tail = Array(text.utf8)[start...]
    let quotes: [UInt8] = [0x27, 0x22, 0x60]
    // One behind a letter is an apostrophe: `can't open file '/a'`.
    let open = tail.indices.first { index in
      quotes.contains(tail[index])
        && (index == tail.startIndex || tail[index] != 0x27 || (tail[index - 1] | 0x20) &- 0x61 >= 26)
    }
    guard let open else { return curlyQuoted }
    guard let close = tail[(open + 1)...].firstIndex(of: tail[open]), close > open + 1, close - open < 200
    else {
      return nil
    }
    return String(decoding: tail[(open + 1)..<close], as: UTF8.self)
  }

  private var curlyQuoted: String? {
    guard let open = text.firstIndex(of: "‘"), let close = text[open...].firstIndex(of: "’") else {
      return nil
    }
    return String(text[text.index(after: open)..<close])
  }

  /// The word behind `mark`, which is written in small letters.
  func word(after mark: String) -> String? {
    guard let found = lower.find(mark) else { return nil }
    let tail = Array(text.utf8)[(found + mark.utf8.count)...].drop { $0 == 0x20 || $0 == 0x3A || $0 == 0x3D }
    var word = tail.prefix { $0 > 0x20 && $0 != 0x2C && $0 != 0x29 && $0 != 0x5D && $0 != 0x3B }
    // What ends a sentence or a quotation is not of it.
    while let last = word.last, ".:'\"`".utf8.contains(last) { word.removeLast() }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  /// The flag that holds one of `parts`, with its value, of the command or of one that the text repeats:
  /// `--batch-size 64`.
  func flag(_ parts: [String]) -> String? {
    flag(parts, in: command) ?? flag(parts, in: text.split { " \n\t\"'".contains($0) }.map(String.init))
  }

  private func flag(_ parts: [String], in command: [String]) -> String? {
    for (index, argument) in command.enumerated() where argument.hasPrefix("-") {
      let name = LowerText(String(argument.prefix { $0 != "=" }))
      guard parts.contains(where: name.has) else { continue }
      if argument.contains("=") || index + 1 >= command.count || command[index + 1].hasPrefix("-") {
        return argument
      }
      return "\(argument) \(command[index + 1])"
    }
    return nil
  }

  /// A path in the text: in quotes, or the word that begins with `/`.
  var path: String? {
    if let quoted = quoted(), quoted.contains("/") || Self.hasEnding(quoted) { return quoted }
    let words = text.split(whereSeparator: { " \n\t'\"`,;()".contains($0) })
    let absolute = words.first {
      $0.hasPrefix("/") && $0.count > 2 && !$0.hasPrefix("/job:") || $0.hasPrefix("./")
    }
    let word = absolute ?? words.first(where: Self.isRelativePath)
    return word.map { $0.last == ":" || $0.last == "." ? String($0.dropLast()) : String($0) }
  }

  /// Whether a name ends as files do: `data.csv`, and not as classes do, `tensorflow.errors.InvalidArgumentError`.
  private static func hasEnding(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
    let ending = name[dot...].dropFirst()
    return !ending.isEmpty && ending.count <= 12
      && ending.allSatisfy { $0.isLetter && $0.isLowercase || $0.isNumber }
  }

  /// Whether a word is a path such as `out/ckpt/last.pt`.
  private static func isRelativePath(_ word: Substring) -> Bool {
    guard let slash = word.lastIndex(of: "/"), slash > word.startIndex, !word.contains("://"),
      !word.contains(":")
    else { return false }
    let name = word[slash...].dropFirst()
    guard let dot = name.lastIndex(of: ".") else { return false }
    return dot > name.startIndex && name[dot...].dropFirst().first.map { $0.isLetter } ?? false
  }

  /// Whether a name is that of a source file: the number behind it is a line.
  private static func isSource(_ name: Substring) -> Bool {
    [".cpp", ".cc", ".cu", ".cuh", ".c", ".h", ".hpp", ".py", ".go", ".rs"].contains(where: name.hasSuffix)
  }

  /// A port in the text: the number behind `port`, behind the last colon of an address, or in one as Python writes it.
  var port: Int? {
    for mark in ["port:", "port ", "port="] {
      if let word = word(after: mark), let port = Int(word.prefix { $0.isNumber }) { return port }
    }
    for piece in text.split(whereSeparator: { " \n\t'\"(),[]".contains($0) }) {
      if let colon = piece.lastIndex(of: ":"), !Self.isSource(piece[..<colon]),
        let port = Int(piece[piece.index(after: colon)...]),
        (1...65535).contains(port)
      {
        return port
      }
    }
    // ('0.0.0.0', 29500)
    if let second = word(after: "', "), let port = Int(second), (1...65535).contains(port) { return port }
    return nil
  }
}
