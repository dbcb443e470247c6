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

  /// The process at the other end.
  package var pid: Int32 { process.pid }
  private let process: StartedServer
  private var input: FileDescriptor?
  private var output: FileDescriptor?
  private var lines = LineBuffer()
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var outputEnded = false

  /// Starts it.
  package init(_ launch: ServerLaunch) throws(ServerError) {
    do {
      let toServer = try Pipe()
      let fromServer = try Pipe()
      let ours = try toServer.writing.duplicate()
      let theirs = try fromServer.reading.duplicate()
      process = try StartedServer(launch, input: toServer.reading, output: fromServer.writing)
      input = consume ours
      output = consume theirs
    } catch let error as ServerError {
      throw error
    } catch {
      throw .cannotStart(program: launch.program, reason: "\(error)")
    }
  }

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
    process.waitForEnd(until: deadline)
  }

  private static func incoming(_ line: [UInt8]) -> Incoming {
    do {
      return .message(try JSONParser.parse(line))
    } catch {
      return .text(String(decoding: line, as: UTF8.self))
    }
  }
}
