/// An exception as a log shows it: with its traceback, or its last line alone.
struct PythonException: Hashable, Sendable {
  /// The name with its module, such as `torch.OutOfMemoryError`.
  var type: String
  /// The exception's own line and the lines of its message that follow, at most 12.
  var lines: [String]
  var frames: [PythonFrame]
  /// The index in the log of the exception's own line.
  var index: Int
  /// What stood in front of every line, such as `[rank1]: `.
  var prefix: String
  /// Exceptions of one chain (`During handling…`, `direct cause`) have the same number.
  var chain: Int
  /// Whether Python printed it and went on: `Exception ignored in`.
  var isIgnored = false
  /// Where the user's own code waited for the library or the worker that raised it.
  var outerLocation: String?

  /// The name without its module.
  ///
  /// By bytes, as `baseName`: every rule asks for it.
  var name: String {
    let bytes = type.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return type }
    let start = bytes.index(after: dot)
    guard start == bytes.endIndex else { return String(type[start...]) }
    return type.split(separator: ".").last.map(String.init) ?? type
  }

  /// The built-in exception that a name such as `ModuleAttributeError` is made of.
  var baseName: String? {
    let bytes = name.utf8
    guard bytes.suffix(Self.ending.count).elementsEqual(Self.ending) else { return nil }
    return Self.builtIn.first { base in
      bytes.count > base.utf8.count && bytes.suffix(base.utf8.count).elementsEqual(base.utf8)
    }
  }

  /// That of every name in `builtIn`.
  private static let ending = "Error".utf8
  private static let builtIn = [
    "AttributeError", "KeyError", "IndexError", "ValueError", "TypeError", "RuntimeError",
    "NotImplementedError",
    "AssertionError", "FileNotFoundError", "PermissionError",
  ]

  /// The whole message with the exception's name in front.
  var text: String {
    // A bare `AssertionError` says in its source line what was demanded.
    let code = lines.count == 1 && lines.first == type ? frames.last?.code : nil
    // Ray lists what might have happened to a worker; none of it is known.
    let told = lines.filter {
      !ByteSearch.has("potential root causes", in: $0) && !ByteSearch.has("common causes include", in: $0)
    }
    return (told + [code].compactMap { $0 }).joined(separator: "\n")
  }

  /// The line of the message that says what happened: the exception's own, or with it the first telling one behind it
  /// where its own says nothing (`RuntimeError: `, TensorFlow's `Graph execution error:`).
  var headline: String {
    let first = lines.first ?? type
    let isSilent =
      first.dropFirst(type.count).allSatisfy { $0 == ":" || $0.isWhitespace }
      || first.hasSuffix(":") || first.contains(": Exception encountered when calling ")
      || first.contains(" root error(s) found")
    guard isSilent else { return withDetails(first) }
    // Keras repeats the exception behind the frames of the user's code.
    let repeated = lines.dropFirst().first { $0.drop(while: \.isWhitespace).hasPrefix(name + ": ") }
    guard let telling = repeated ?? lines.dropFirst().first(where: Self.isTelling) else { return first }
    let end = first.lastIndex { !$0.isWhitespace } ?? first.startIndex
    return first[...end] + " " + telling.drop(while: \.isWhitespace)
  }

  /// The line with what stands behind it, where it only counts what follows: `1 validation error for Config`.
  private func withDetails(_ line: String) -> String {
    guard name == "ValidationError", line.contains("validation error"), lines.count > 2 else { return line }
    let details = lines[1...2].map { $0.drop(while: \.isWhitespace) }
    return "\(line): \(details[0]): \(details[1])"
  }

  private static func isTelling(_ line: String) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    guard text.utf8.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) else { return false }
    // Of the frames that Keras shows each begins with its file, as what a linker says of a library does.
    if text.hasPrefix("/"), text.contains(".py:") || !text.contains(": ") { return false }
    if text.contains(" root error(s) found") || text.contains(") CANCELLED: ") { return false }
    return ![
      "Detected at node", "<stack traces", "[[{{", "File \"", "Hint:", "C++ Traceback",
      "Error Message Summary",
    ]
    .contains(where: text.hasPrefix)
  }

  /// Whether it only reports that something else failed.
  var isWrapper: Bool {
    let line = lines.first ?? ""
    switch name {
    case "ChildFailedError", "CalledProcessError", "ProcessRaisedException", "ProcessExitedException",
      "SystemExit", "RayTaskError", "TuneError", "RemoteTraceback", "_RemoteTraceback":
      return true
    // A wait that was given up; why is told elsewhere.
    case "CancelledError" where type.hasPrefix("asyncio.") || type.hasPrefix("concurrent."): return true
    default: break
    }
    let text = Array(line.utf8)
    let isReport = Self.reports.contains { words in
      words.allSatisfy { ByteSearch.find($0, in: text) != nil }
    }
    return isReport || name.hasPrefix("RayTaskError") || name == "Py4JJavaError"
  }

  /// Words of messages that only report that something else failed.
  private static let reports = [
    ["in DataLoader worker process"], ["Caught ", " in replica "], ["trials failed"],
    ["exited unexpectedly with exit code 1"], ["above for the actual error"],
  ].map { $0.map { Array($0.utf8) } }

  /// The innermost place: `file:line`.
  var place: String? { frames.last.map { "\($0.file):\($0.line)" } }

  /// Where in the user's own code it came from: `file:line`.
  var location: String? {
    frames.last(where: \.isUserCode).map { "\($0.file):\($0.line)" } ?? outerLocation
  }
}
