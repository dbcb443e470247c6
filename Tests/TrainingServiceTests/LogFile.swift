import Platform

/// A log for a test; its directory goes with it.
final class LogFile {
  let bytes: [UInt8]
  let size: Int64
  let path: String
  private let directory: String

  convenience init(_ text: String) throws { try self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) throws {
    self.bytes = bytes
    size = Int64(bytes.count)
    directory = try FileSystem.makeTemporaryDirectory(prefix: "log-")
    path = directory + "/log"
    try FileDescriptor.open(path, .replacing).write(bytes)
  }

  /// A sparse log: text, a hole up to an offset, text.
  init(_ head: String, holeTo offset: Int64, then tail: String) throws {
    bytes = []
    size = offset + Int64(tail.utf8.count)
    directory = try FileSystem.makeTemporaryDirectory(prefix: "log-")
    path = directory + "/log"
    try FileDescriptor.open(path, .replacing).write(Array(head.utf8))
    let script = """
      import sys
      log = open(sys.argv[1], "r+b")
      log.seek(int(sys.argv[2]))
      log.write(sys.argv[3].encode())
      """
    let pid = try ChildProcess.launch(
      ProgramLaunch(
        path: "/usr/bin/env", arguments: ["env", "python3", "-c", script, path, "\(offset)", tail],
        environment: Environment.current, descriptors: [0, 1, 2]))
    _ = ChildProcess.wait(for: pid)
  }

  deinit {
    // Left behind in the system's place for temporary files, it harms nobody.
    try? FileSystem.removeTree(directory)
  }
}
