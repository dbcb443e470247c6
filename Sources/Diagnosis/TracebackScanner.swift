import LogReading

/// Finds the exceptions that a log shows.
///
/// Ranks of a distributed training write into each other's tracebacks, so the lines of one rank, known by
/// their prefix, are read as a stream of their own.
struct TracebackScanner {
  private struct Line {
    var index: Int
    var text: String
  }

  private static let header = "Traceback (most recent call last):"
  private static let maximumMessageLines = 12
  /// Characters of a line that are read.
  private static let maximumLine = 2000

  private let lines: [Line]
  private let prefix: String
  private var exceptions: [PythonException] = []
  private var chain = 0

  /// Every exception of the log, in the order of the lines.
  static func exceptions(in log: [LogLine]) -> [PythonException] {
    var streams: [String: [Line]] = [:]
    for (index, line) in log.enumerated() {
      let prefix = rankPrefix(line.text)
      streams[prefix, default: []].append(
        Line(index: index, text: String(line.text.dropFirst(prefix.count).prefix(maximumLine))))
    }
    var found: [PythonException] = []
    var chains = 0
    for prefix in streams.keys.sorted() {
      var scanner = TracebackScanner(lines: streams[prefix] ?? [], prefix: prefix, chain: chains)
      scanner.run()
      found += scanner.exceptions
      chains = scanner.chain + 1
    }
    return found.sorted { $0.index < $1.index }
  }

  private init(lines: [Line], prefix: String, chain: Int) {
    self.lines = lines
    self.prefix = prefix
    self.chain = chain
  }

  /// `[rank0]: `, `[default1]:` and `(Worker pid=12) ` in front of a line.
  private static func rankPrefix(_ text: String) -> String {
    let isRank = text.hasPrefix("[rank") || text.hasPrefix("[default")
    if isRank, let close = text.firstIndex(of: "]"), text.distance(from: text.startIndex, to: close) < 14 {
      var end = text.index(after: close)
      for expected in [":", " "] as [Character] where end < text.endIndex && text[end] == expected {
        end = text.index(after: end)
      }
      return String(text[..<end])
    }
    if text.hasPrefix("("), let pid = text.firstRange(of: "pid="), let close = text.firstRange(of: ") "),
      pid.lowerBound < close.lowerBound, text.distance(from: text.startIndex, to: close.lowerBound) < 60
    {
      return String(text[..<close.upperBound])
    }
    return ""
  }

  private mutating func run() {
    var index = 0
    var isChained = false
    while index < lines.count {
      let text = lines[index].text
      if text.contains("During handling of the above exception") || text.contains("was the direct cause of") {
        isChained = true
        index += 1
      } else if let start = text.firstRange(of: Self.header) {
        if !isChained { chain += 1 }
        isChained = false
        // The header's own indentation belongs to every line of the traceback.
        // A progress bar may stand in front of it instead.
        let before = text[..<start.lowerBound]
        let indent = before.allSatisfy { $0 == " " || $0 == "|" || $0 == "\t" } ? before.count : 0
        index = traceback(after: index, indent: indent)
      } else if let type = Self.exceptionType(text), Self.isTellingAlone(type, text) {
        if !isChained { chain += 1 }
        isChained = false
        index = add(type, at: index, frames: framesBefore(index), indent: 0)
      } else {
        index += 1
      }
    }
  }

  /// Reads the frames behind the header at `header`; the index after the exception.
  private mutating func traceback(after header: Int, indent: Int) -> Int {
    var frames: [PythonFrame] = []
    let isIgnored = header > 0 && lines[header - 1].text.contains("Exception ignored in")
    var index = header + 1
    while index < lines.count {
      let text = String(lines[index].text.dropFirst(indent))
      if let frame = PythonFrame(text) {
        frames.append(frame)
      } else if text.hasPrefix("    "), let last = frames.indices.last {
        if frames[last].code == nil { frames[last].code = String(text.drop { $0 == " " }) }
      } else if let type = Self.exceptionType(text) {
        return add(type, at: index, frames: frames, indent: indent, isIgnored: isIgnored)
      } else if text.contains(Self.header) || index - header > 400 {
        return index
      }
      // Anything else was written by another thread or process in between.
      index += 1
    }
    return index
  }

  private mutating func add(
    _ type: String, at index: Int, frames: [PythonFrame], indent: Int, isIgnored: Bool = false
  ) -> Int {
    var message = [String(lines[index].text.dropFirst(indent))]
    var next = index + 1
    while next < lines.count, message.count < Self.maximumMessageLines {
      let text = lines[next].text
      if text.contains(Self.header) || text.contains("During handling of the above") || text.contains("it/s")
        || text.contains("was the direct cause of") || Self.exceptionType(text) != nil
      {
        break
      }
      message.append(text)
      next += 1
    }
    exceptions.append(
      PythonException(
        type: type, lines: message, frames: frames, index: lines[index].index, prefix: prefix, chain: chain,
        isIgnored: isIgnored))
    return index + 1
  }

  /// A SyntaxError shows its file without a header.
  private func framesBefore(_ index: Int) -> [PythonFrame] {
    for earlier in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      if let frame = PythonFrame(lines[earlier].text) { return [frame] }
    }
    return []
  }

  /// The name in front of `: message`, or alone on its line.
  static func exceptionType(_ text: String) -> String? {
    var end = text.startIndex
    var last: Character = "."
    var startsComponent = false
    while end < text.endIndex {
      let character = text[end]
      guard character.isASCII,
        character.isLetter || character.isNumber || character == "_" || character == "."
      else {
        break
      }
      if last == "." { startsComponent = character.isUppercase || character == "_" }
      last = character
      end = text.index(after: end)
    }
    guard end > text.startIndex, last != ".", startsComponent else { return nil }
    let type = String(text[..<end])
    let rest = text[end...]
    if rest.isEmpty { return type.count > 4 && isKnownEnding(type) ? type : nil }
    guard rest.hasPrefix(":") || rest.hasPrefix("(") && rest.contains("):") else { return nil }
    return isKnownEnding(type) || type.contains(".") && !rest.hasPrefix("://") && rest.hasPrefix(": ")
      ? type : nil
  }

  private static func isKnownEnding(_ type: String) -> Bool {
    let endings = [
      "Error", "Exception", "Interrupt", "Exit", "Timeout", "NotFound", "StopIteration", "Warning", "Failure",
      "Mismatch", "BrokenProcessPool", "BadZipFile", "Expired", "Empty", "Refused", "BadRequest",
    ]
    return !type.hasSuffix("Warning") && endings.contains { type.hasSuffix($0) }
  }

  /// Whether a line without a traceback shows an exception of its own.
  private static func isTellingAlone(_ type: String, _ text: String) -> Bool {
    let name = type.split(separator: ".").last.map(String.init) ?? type
    return text.contains(":") ? isKnownEnding(type) : name == "KeyboardInterrupt"
  }
}
