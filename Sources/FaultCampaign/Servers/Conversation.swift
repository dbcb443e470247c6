package import JSON
package import Platform
package import TranscriptReplay

/// A client that need not wait for a reply before it sends the next request: what it does may be cut short by the
/// death of its server at any moment.
package final class Conversation {
  private enum Reply {
    case result(JSONObject)
    case refusal(code: Int64, message: String)
  }

  /// Seconds that a server may take to reply to what needs no waiting.
  package static let patience = 20.0

  private let server: ServerProcess
  private var replies: [Int64: Reply] = [:]
  private var lastID: Int64 = 0

  /// Starts a server on a home and shakes hands with it.
  ///
  /// - Parameters:
  ///   - options: for `serve`.
  ///   - prelude: a shell command that is run before in the same process, such as `ulimit -n 20;`.
  package init(
    on home: CampaignHome, _ tools: CampaignTools, faults: FaultPlan = FaultPlan(),
    options: String = "--root /", prelude: String = ""
  ) throws(ServerError) {
    server = try home.start("serve \(options)", tools, faults: faults, prelude: prelude)
    let id = try send(
      "initialize",
      [
        "protocolVersion": "2025-11-25", "capabilities": [:],
        "clientInfo": ["name": "fault-campaign", "version": "1"],
      ])
    _ = try result(of: id, until: Self.deadline())
    try server.send(["jsonrpc": "2.0", "method": "notifications/initialized"])
  }

  package var pid: Int32 { server.pid }

  /// The instant at which patience ends, after a call that may wait `seconds` itself.
  package static func deadline(after seconds: Double = 0) -> MonotonicInstant {
    SystemClock.monotonic().advanced(bySeconds: seconds + patience)
  }

  // MARK: Sending

  /// Sends a request, and waits for nothing.
  ///
  /// - Returns: its id.
  @discardableResult
  package func send(_ method: String, _ params: JSONObject = [:]) throws(ServerError) -> Int64 {
    lastID += 1
    try server.send([
      "jsonrpc": "2.0", "id": .integer(lastID), "method": .string(method), "params": .object(params),
    ])
    return lastID
  }

  /// Calls a tool, and waits for nothing.
  @discardableResult
  package func sendCall(_ tool: String, _ arguments: JSONObject) throws(ServerError) -> Int64 {
    try send("tools/call", ["name": .string(tool), "arguments": .object(arguments)])
  }

  // MARK: Receiving

  /// Takes what has come and what comes by the deadline, or until the server has ended.
  package func listen(until deadline: MonotonicInstant) throws(ServerError) {
    while try takeNext(until: deadline) {}
  }

  /// The answer to a call that was sent; nil when it has not come by the deadline.
  package func answer(to id: Int64, until deadline: MonotonicInstant) throws(ServerError) -> ToolAnswer? {
    while replies[id] == nil, try takeNext(until: deadline) {}
    switch replies[id] {
    case .result(let result): return ToolAnswer(result: result)
    case .refusal(let code, let message): throw .refused(method: "tools/call", code: code, message: message)
    case nil: return nil
    }
  }

  /// Calls a tool and waits for its answer.
  ///
  /// - Parameter seconds: how long the tool itself may wait.
  package func call(
    _ tool: String, _ arguments: JSONObject, waiting seconds: Double = 0
  ) throws(ServerError) -> ToolAnswer {
    let id = try sendCall(tool, arguments)
    guard let answer = try answer(to: id, until: Self.deadline(after: seconds)) else {
      throw .silent(method: tool, seconds: seconds + Self.patience)
    }
    return answer
  }

  private func result(of id: Int64, until deadline: MonotonicInstant) throws(ServerError) -> JSONObject {
    while replies[id] == nil, try takeNext(until: deadline) {}
    guard case .result(let result) = replies[id] else {
      throw .silent(method: "initialize", seconds: Self.patience)
    }
    return result
  }

  /// Takes one message; false when none comes by the deadline or ever.
  private func takeNext(until deadline: MonotonicInstant) throws(ServerError) -> Bool {
    switch try server.next(until: deadline) {
    case .message(.object(let message)):
      guard let id = message["id"]?.integer else { return true }
      if let result = message["result"]?.object {
        replies[id] = .result(result)
      } else {
        replies[id] = .refusal(
          code: message["error"]?["code"]?.integer ?? 0, message: message["error"]?["message"]?.string ?? "")
      }
      return true
    case .message(let value): throw .nonsense(JSONWriter.text(value))
    case .text(let text): throw .nonsense(text)
    case .end, nil: return false
    }
  }

  // MARK: The end

  /// Tells the server that its client is gone.
  package func hangUp() { server.closeInput() }

  /// Sends the server a signal.
  package func signal(_ number: Int32) {
    guard let entry = ProcessTable.entry(of: pid) else { return }
    ProcessTable.send(number, to: pid, startedAt: entry.startTime)
  }

  /// Hangs up and waits for the end of the server, which is killed when it takes more than ten seconds.
  @discardableResult
  package func close() throws(ServerError) -> ServerProcess.End {
    hangUp()
    let deadline = SystemClock.monotonic().advanced(bySeconds: 10)
    try listen(until: deadline)
    return server.waitForEnd(until: deadline)
  }
}
