package import JSON
package import Platform

/// A server that was started, and the two pipes to it: one line a message.
///
/// For one thread. Its standard error is ours. When the last reference goes, so does the process.
package final class ServerProcess {
  /// What the server has written.
  package enum Incoming: Hashable, Sendable {
    case message(JSONValue)
    /// A line that is not JSON, which no server may write.
    case text(String)
    /// It has closed its output.
    case end
  }

  /// How the server ended.
  package enum End: Hashable, Sendable {
    case exited(code: Int32)
    case signalled(number: Int32)
    /// It had not ended when it was given up, and was killed.
    case killed
  }

  package let pid: Int32
  private var input: FileDescriptor?
  private var output: FileDescriptor?
  private var lines = LineBuffer()
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var outputEnded = false
  private var end: End?

  /// Starts it.
  package init(_ launch: ServerLaunch) throws(ServerError) {
    guard let program = ProgramSearch.path(of: launch.program, in: launch.environment) else {
      throw .cannotStart(program: launch.program, reason: "there is no such program")
    }
    do {
      let toServer = try Pipe()
      let fromServer = try Pipe()
      input = try toServer.writing.duplicate()
      output = try fromServer.reading.duplicate()
      let errors = try Self.errorOutput(launch)
      pid = try ChildProcess.launch(
        ProgramLaunch(
          path: program, arguments: [launch.program] + launch.arguments, environment: launch.environment,
          directory: launch.directory,
          descriptors: [toServer.reading.number, fromServer.writing.number, errors.number]))
    } catch let error as LaunchError {
      throw .cannotStart(program: launch.program, reason: "\(error.cause)")
    } catch {
      throw .cannotStart(program: launch.program, reason: "\(error)")
    }
  }

  private static func errorOutput(_ launch: ServerLaunch) throws(SystemError) -> FileDescriptor {
    guard let path = launch.errorFile else { return try FileDescriptor.duplicate(of: standardError) }
    return try FileDescriptor.open(path, .appending)
  }

  deinit { if end == nil { _ = giveUp() } }

  /// Sends a message.
  package func send(_ message: JSONValue) throws(ServerError) { try send(line: JSONWriter.bytes(message)) }

  /// Sends a line, whatever it is; the line end is added.
  package func send(line: [UInt8]) throws(ServerError) {
    guard !outputEnded, let number = input?.number else { throw .ended }
    do {
      try FileDescriptor.duplicate(of: number).write(line + [UInt8(ascii: "\n")])
    } catch {
      // Whatever the reason: nobody reads there any more.
      throw .ended
    }
  }

  /// Tells the server that no more will come.
  package func closeInput() { input = nil }

  /// Reads no more: whatever the server writes from now on fails.
  package func closeOutput() { output = nil }

  /// The next thing that it writes; nil when that does not come before the deadline.
  package func next(until deadline: MonotonicInstant) throws(ServerError) -> Incoming? {
    while true {
      if let line = lines.next() { return Self.incoming(line) }
      guard !outputEnded, let number = output?.number else {
        return lines.finish().map(Self.incoming) ?? .end
      }
      do {
        guard try !Poll.readable([number], until: deadline).isEmpty else {
          guard SystemClock.monotonic() < deadline else { return nil }
          continue
        }
        let count = try chunk.withUnsafeMutableBytes { try output?.read(into: $0) ?? 0 }
        lines.append(chunk[..<count])
        outputEnded = count == 0
      } catch {
        throw .unreadable(reason: "\(error)")
      }
    }
  }

  /// Waits for the end of the process; at the deadline it is killed.
  ///
  /// Close its input first, and read what it writes to the end.
  package func waitForEnd(until deadline: MonotonicInstant) -> End {
    if let end { return end }
    // A child cannot be waited for with a limit, so it is looked at until nothing of it is left but its exit code.
    let hasEnded = PeriodicCheck.holds(until: deadline) { ProcessTable.entry(of: pid)?.isZombie ?? true }
    guard hasEnded else { return giveUp() }
    let end: End =
      switch ChildProcess.wait(for: pid) {
      case .exited(let code): .exited(code: code)
      case .signalled(let number): .signalled(number: number)
      case nil: .exited(code: -1)
      }
    self.end = end
    return end
  }

  private func giveUp() -> End {
    closeInput()
    // It was never waited for, so the pid is still its own.
    if let entry = ProcessTable.entry(of: pid) {
      ProcessTable.send(SystemSignal.kill, to: pid, startedAt: entry.startTime)
    }
    _ = ChildProcess.wait(for: pid)
    end = .killed
    return .killed
  }

  private static func incoming(_ line: [UInt8]) -> Incoming {
    do {
      return .message(try JSONParser.parse(line))
    } catch {
      return .text(String(decoding: line, as: UTF8.self))
    }
  }

  private static let standardError: Int32 = 2
}
