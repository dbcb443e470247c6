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

  /// The name without its module.
  var name: String { type.split(separator: ".").last.map(String.init) ?? type }

  /// The whole message with the exception's name in front.
  var text: String {
    // A bare `AssertionError` says in its source line what was demanded.
    let code = lines.count == 1 && lines.first == type ? frames.last?.code : nil
    return (lines + [code].compactMap { $0 }).joined(separator: "\n")
  }

  /// Whether it only reports that something else failed.
  var isWrapper: Bool {
    let line = lines.first ?? ""
    switch name {
    case "ChildFailedError", "CalledProcessError", "ProcessRaisedException", "ProcessExitedException",
      "SystemExit", "RayTaskError", "TuneError", "RemoteTraceback", "_RemoteTraceback":
      return true
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
    ["exited unexpectedly with exit code 1"],
  ].map { $0.map { Array($0.utf8) } }

  /// The innermost place: `file:line`.
  var place: String? { frames.last.map { "\($0.file):\($0.line)" } }

  /// Where in the user's own code it came from: `file:line`.
  var location: String? {
    frames.last(where: \.isUserCode).map { "\($0.file):\($0.line)" }
  }
}
