import LogReading

/// Finds the exceptions that a log shows.
///
/// Ranks of a distributed training write into each other's tracebacks, so the lines of one rank, known by
/// their prefix, are read as a stream of their own. Works on bytes, in time linear in the log.
struct TracebackScanner {
  private struct Line {
    var index: Int
    var bytes: [UInt8]
  }

  static let header = Array("Traceback (most recent call last):".utf8)
  /// IPython's has no colon, and the exception's name in front of it.
  private static let notebookHeader = Array(header.dropLast())
  private static let duringHandling = Array("During handling of the above exception".utf8)
  private static let directCause = Array("was the direct cause of".utf8)
  private static let ignored = Array("Exception ignored in".utf8)
  private static let bar = Array("it/s".utf8)
  private static let maximumMessageLines = 12
  /// Lines behind a header that may belong to its traceback.
  private static let maximumTraceback = 400
  /// Bytes of a line that are read.
  private static let maximumLine = 2000

  private let lines: [Line]
  private let prefix: String
  private var exceptions: [PythonException] = []
  private var chain = 0

  /// Every exception of the log, in the order of the lines.
  static func exceptions(in log: [LogLine]) -> [PythonException] {
    let texts = log.map { line in
      let bytes = Array(line.text.utf8.prefix(maximumLine))
      return RichBox.unboxed(bytes) ?? bytes
    }
    let prefixes = LinePrefixes(texts)
    // Most lines have no prefix; to look each of them up would cost more than to read them.
    var plain: [Line] = []
    var streams: [[UInt8]: [Line]] = [:]
    for (index, text) in texts.enumerated() {
      guard !text.isEmpty else { continue }
      if let prefix = prefixes.prefix(of: text) {
        streams[prefix.process, default: []].append(
          Line(index: index, bytes: Array(text[prefix.length...])))
      } else {
        plain.append(Line(index: index, bytes: text))
      }
    }
    streams[[]] = plain
    var found: [PythonException] = []
    var chains = 0
    for prefix in streams.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      var scanner = TracebackScanner(
        lines: streams[prefix] ?? [], prefix: String(decoding: prefix, as: UTF8.self), chain: chains)
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

  private mutating func run() {
    var index = 0
    var isChained = false
    while index < lines.count {
      let bytes = lines[index].bytes
      if Self.isLink(bytes) {
        isChained = true
        index += 1
      } else if let start = Self.headerStart(in: bytes) {
        if !isChained { chain += 1 }
        isChained = false
        // The header's own indentation belongs to every line of the traceback.
        // A progress bar may stand in front of it instead.
        // Of a paste the first line alone may be indented: then its frames have only their own two spaces.
        let isIndent =
          bytes[..<start].allSatisfy(Self.isBlank)
          && (index + 1 == lines.count || lines[index + 1].bytes.prefix(start + 2).allSatisfy(Self.isBlank))
        index = traceback(after: index, indent: isIndent ? start : 0, isPaste: start > 0 && !isIndent)
      } else if let report = RErrorReport(
        lines[index].bytes, next: lines[min(index + 1, lines.count - 1)].bytes)
      {
        if !isChained { chain += 1 }
        isChained = false
        exceptions.append(
          PythonException(
            type: "Error", lines: [report.text], frames: [], index: lines[index].index, prefix: prefix,
            chain: chain))
        index += 1
      } else if let type = ExceptionLine.type(bytes), Self.isTellingAlone(type, bytes) {
        if !isChained { chain += 1 }
        isChained = false
        index = add(type, at: index, frames: framesBefore(index), indent: 0)
      } else {
        index += 1
      }
    }
  }

  /// Where the header of a traceback begins in a line; nil where there is none.
  private static func headerStart(in bytes: [UInt8]) -> Int? {
    if let start = ByteSearch.find(header, in: bytes) { return start }
    guard bytes.suffix(notebookHeader.count).elementsEqual(notebookHeader) else { return nil }
    return bytes.count - notebookHeader.count
  }

  /// Whether a line is a rule across the page.
  private static func isRule(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 20 && bytes.allSatisfy { $0 == 0x2D || $0 == 0x3D }
  }

  /// Whether a line links two tracebacks to one chain.
  private static func isLink(_ bytes: [UInt8]) -> Bool {
    ByteSearch.find(duringHandling, in: bytes) != nil || ByteSearch.find(directCause, in: bytes) != nil
  }

  /// Reads the frames behind the header at `header`; the index after the exception.
  ///
  /// - Parameter isPaste: whether the header is indented as no other line is, so that the end may be, too.
  private mutating func traceback(after header: Int, indent: Int, isPaste: Bool) -> Int {
    var frames: [PythonFrame] = []
    var isNotebook = false
    let isIgnored = header > 0 && ByteSearch.find(Self.ignored, in: lines[header - 1].bytes) != nil
    var index = header + 1
    while index < lines.count {
      let bytes = indent == 0 ? lines[index].bytes : Array(lines[index].bytes.dropFirst(indent))
      if bytes.starts(with: "  ".utf8), let frame = PythonFrame(String(decoding: bytes, as: UTF8.self)) {
        frames.append(frame)
      } else if let frame = NotebookFrame.frame(bytes) {
        frames.append(frame)
        isNotebook = true
      } else if isNotebook, let last = frames.indices.last, let arrow = NotebookFrame.arrow(bytes) {
        if frames[last].line == 0 { frames[last].line = arrow.line }
        frames[last].code = arrow.code
      } else if isNotebook, bytes.first == 0x20 {
        // Source around the line, which may name exceptions.
      } else if bytes.starts(with: "    ".utf8), let last = frames.indices.last {
        let blanks = bytes.prefix(while: Self.isBlank).count
        if isPaste, let type = ExceptionLine.type(Array(bytes.dropFirst(blanks))),
          Self.isTellingAlone(type, bytes)
        {
          return add(type, at: index, frames: frames, indent: blanks, isIgnored: isIgnored)
        }
        if frames[last].code == nil {
          frames[last].code = String(decoding: bytes.drop { $0 == 0x20 }, as: UTF8.self)
        }
      } else if let type = ExceptionLine.type(bytes, closesTraceback: !frames.isEmpty) {
        return add(type, at: index, frames: frames, indent: indent, isIgnored: isIgnored)
      } else if Self.headerStart(in: bytes) != nil || index - header > Self.maximumTraceback {
        return index
      }
      // Anything else was written by another thread or process in between.
      index += 1
    }
    return index
  }

  /// Whether a byte may stand in front of an indented traceback.
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x7C || byte == 0x09 }

  private mutating func add(
    _ type: String, at index: Int, frames: [PythonFrame], indent: Int, isIgnored: Bool = false
  ) -> Int {
    var message = [String(decoding: lines[index].bytes.dropFirst(indent), as: UTF8.self)]
    // A launcher's report follows behind a rule of dashes; a message that says nothing yet may go on there.
    let says = message[0].utf8.count > type.utf8.count + 2
    var next = messageStart(behind: index)
    while next < lines.count, message.count < Self.maximumMessageLines {
      let bytes = lines[next].bytes
      if Self.headerStart(in: bytes) != nil || ByteSearch.find(Self.bar, in: bytes) != nil
        || Self.isLink(bytes) || ExceptionLine.type(bytes) != nil || says && Self.isRule(bytes)
      {
        break
      }
      message.append(String(decoding: bytes, as: UTF8.self))
      next += 1
    }
    exceptions.append(
      PythonException(
        type: type, lines: message, frames: frames, index: lines[index].index, prefix: prefix, chain: chain,
        isIgnored: isIgnored))
    return index + 1
  }

  /// Where the message of an exception goes on: TensorFlow's, behind the frames of the graph's node.
  private func messageStart(behind index: Int) -> Int {
    let start = index + 1
    guard lines[index].bytes.reversed().starts(with: Self.graphError.reversed()) else { return start }
    let end = min(lines.count, start + Self.maximumTraceback)
    return lines[start..<end].firstIndex { $0.bytes.starts(with: Self.node) }.map { $0 + 1 } ?? start
  }

  private static let graphError = Array("Graph execution error:".utf8)
  private static let node = Array("Node: ".utf8)

  /// A SyntaxError shows its file without a header.
  private func framesBefore(_ index: Int) -> [PythonFrame] {
    for earlier in stride(from: index - 1, through: max(0, index - 6), by: -1) {
      if let frame = PythonFrame(String(decoding: lines[earlier].bytes, as: UTF8.self)) { return [frame] }
    }
    return []
  }

  /// Whether a line without a traceback shows an exception of its own.
  private static func isTellingAlone(_ type: String, _ bytes: [UInt8]) -> Bool {
    if bytes.contains(0x3A) { return ExceptionLine.isKnown(type.utf8) }
    return type.split(separator: ".").last == "KeyboardInterrupt"
  }
}
