import Platform
import TestSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Children that a test starts for their own sake.
enum Launching {
  /// Starts a program of `PATH` with these descriptors; /dev/null for each when there are none.
  static func start(
    _ command: [String], environment: Environment = .current, descriptors: [Int32] = [],
    newSession: Bool = false
  ) throws -> Int32 {
    let null = try FileDescriptor.open("/dev/null", .reading)
    let launch = ProgramLaunch(
      path: command[0].hasPrefix("/") ? command[0] : try Program.find(command[0]), arguments: command,
      environment: environment,
      descriptors: descriptors.isEmpty ? [null.number, null.number, null.number] : descriptors,
      newSession: newSession)
    return try ChildProcess.launch(launch)
  }

  /// Ends a child by force and takes it off the process table.
  static func end(_ pid: Int32) async throws {
    kill(pid, SIGKILL)
    _ = try await onOwnThread { ChildProcess.wait(for: pid) }
  }

  /// Starts a python3 program and gives its pid and the first line that it prints, which says that it is ready.
  static func startPython(_ program: String) async throws -> (pid: Int32, line: String) {
    let pipe = try Pipe()
    let null = try FileDescriptor.open("/dev/null", .reading)
    let pid = try start(
      ["python3", "-c", program], descriptors: [null.number, pipe.writing.number, 2])
    let reading = OpenFile(try pipe.reading.duplicate())
    let line = try await onOwnThread {
      var text: [UInt8] = []
      while !text.contains(10) {
        let piece = try reading.read()
        if piece.isEmpty { break }
        text += piece
      }
      return String(decoding: text.prefix { $0 != 10 }, as: UTF8.self)
    }
    extendLifetime(pipe)
    return (pid, line)
  }
}
