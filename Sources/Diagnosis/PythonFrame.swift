/// One line of a Python traceback: where a call stood.
struct PythonFrame: Hashable, Sendable {
  var file: String
  var line: Int
  var function: String
  /// The source line, where the traceback shows it.
  var code: String?

  init(file: String, line: Int, function: String) {
    self.file = file
    self.line = line
    self.function = function
  }

  /// Whether the file is the user's own and not a library's.
  var isUserCode: Bool {
    if NotebookFrame.isCell(file) { return true }
    if file.hasPrefix("<") || !ByteSearch.has(".py", in: file) || ByteSearch.has(".pyx", in: file) {
      return false
    }
    let path = file.split(separator: "\\").joined(separator: "/")
    return !Self.foreign.contains { ByteSearch.has($0, in: path) } && !isStandardLibrary(path)
  }

  /// Whether a path of Windows, where Python's library has no name of its own, is of that library.
  private func isStandardLibrary(_ path: String) -> Bool {
    guard path.dropFirst().first == ":", let range = path.firstRange(of: "/lib/") else { return false }
    let part = path[range.upperBound...].prefix { $0 != "/" && $0 != "." }
    return Self.standard.contains(String(part))
  }

  /// Parts of paths of what others wrote.
  private static let foreign = [
    "site-packages/", "dist-packages/", "lib/python", "<frozen", "/torch/", "importlib/", "/Lib/", ".exe/",
    ".EXE/",
  ]

  private static let standard: Set = [
    "asyncio", "codecs", "concurrent", "contextlib", "ctypes", "http", "json", "logging", "multiprocessing",
    "os",
    "pathlib", "pickle", "queue", "runpy", "shutil", "socket", "ssl", "subprocess", "tarfile", "threading",
    "urllib",
    "zipfile",
  ]

  /// The frame that a traceback line `  File "train.py", line 12, in main` shows.
  init?(_ text: String) {
    let start = text.utf8.drop { $0 == 0x20 || $0 == 0x7C }
    guard start.starts(with: "File \"".utf8) else { return nil }
    let rest = text[start.startIndex...].dropFirst(6)
    guard let close = rest.firstIndex(of: "\"") else { return nil }
    file = String(rest[..<close])
    let tail = rest[close...].dropFirst()
    guard tail.hasPrefix(", line ") else { return nil }
    let digits = tail.dropFirst(7).prefix { $0.isNumber }
    guard let number = Int(digits) else { return nil }
    line = number
    let after = tail.dropFirst(7 + digits.count)
    function = after.hasPrefix(", in ") ? String(after.dropFirst(5)) : ""
  }
}
