/// What a short command of the system prints, for a thread that has the time to wait for it.
package enum CommandOutput {
  /// Bytes past this are not read.
  private static let limit = 1 << 20

  /// Runs a program and gives what it prints on standard output; nil when it does not end in time: it is killed then.
  ///
  /// Nobody asks for its exit status: a process that lets the system reap its children has none to give. One that hangs in the
  /// system, where no signal reaches it, holds up the calling thread.
  ///
  /// - Parameters:
  ///   - path: the program; no search is made.
  ///   - deadline: when to give up.
  package static func text(
    of path: String, _ arguments: [String], in environment: Environment, until deadline: MonotonicInstant
  ) throws(SystemError) -> String? {
    let output = try Pipe()
    let null = try FileDescriptor.open("/dev/null", .updating)
    let pid: Int32
    do throws(LaunchError) {
      pid = try ChildProcess.launch(
        ProgramLaunch(
          path: path, arguments: [path] + arguments, environment: environment, directory: "/",
          descriptors: [null.number, output.writing.number, null.number], newSession: true,
          diesWithParent: true))
    } catch {
      throw error.cause
    }
    let program = ProcessTable.entry(of: pid)
    let bytes = try read(output.closingWriter(), until: deadline)
    // It has said all, or nobody wants more. Whoever lets the system reap its children waits here all the same, and nobody
    // else finds a dead child that is not his.
    if let program { kill(program) }
    _ = ChildProcess.wait(for: pid)
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func read(
    _ output: consuming FileDescriptor, until deadline: MonotonicInstant
  ) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    defer { space.deallocate() }
    while bytes.count < limit {
      guard SystemClock.monotonic() < deadline else { return nil }
      guard try !Poll.readable([output.number], until: deadline).isEmpty else { continue }
      let count = try output.read(into: space)
      if count == 0 { break }
      bytes += space[..<count]
    }
    return bytes
  }

  private static func kill(_ program: ProcessEntry) {
    for entry in ProcessTable.descendants(of: program.pid) + [program] {
      ProcessTable.send(SystemSignal.kill, to: entry.pid, startedAt: entry.startTime)
    }
  }
}
