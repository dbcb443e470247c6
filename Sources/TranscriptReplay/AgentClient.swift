package import JSON
internal import Platform

/// The client of an agent, one call after the other: it sends a request and waits for its reply.
///
///     let client = AgentClient(try ServerProcess(launch))
///     try client.open(as: "demo")
///     let answer = try client.callTool("train_status", ["action": "list"])
///     let end = try client.close()
package final class AgentClient {
  private let server: ServerProcess
  private let timeout: Double
  private var lastID: Int64 = 0
  private var onNotification: (JSONObject) -> Void = { _ in }
  private var onRequest: (JSONObject) -> JSONObject? = { _ in nil }

  /// - Parameter timeout: seconds that a reply, and the end of the server, may take.
  package init(_ server: ServerProcess, timeout: Double = 60) {
    self.server = server
    self.timeout = timeout
  }

  /// The process at the other end.
  package var serverPID: Int32 { server.pid }

  /// Hands every notification that comes while a reply is awaited to `handle`.
  package func onNotification(_ handle: @escaping (JSONObject) -> Void) { onNotification = handle }

  /// Answers every request of the server that comes while a reply is awaited with what `handle` gives; nil leaves it
  /// unanswered.
  package func onRequest(_ handle: @escaping (JSONObject) -> JSONObject?) { onRequest = handle }

  /// The handshake.
  ///
  /// - Returns: how the server introduces itself.
  @discardableResult
  package func open(as name: String, capabilities: JSONObject = [:]) throws(ServerError) -> JSONObject {
    let result = try request(
      "initialize",
      [
        "protocolVersion": "2025-11-25", "capabilities": .object(capabilities),
        "clientInfo": ["name": .string(name), "version": "1"],
      ])
    try server.send(["jsonrpc": "2.0", "method": "notifications/initialized"])
    return result
  }

  /// Calls a tool.
  ///
  /// - Parameter progressToken: asks for progress notifications under this name.
  package func callTool(
    _ name: String, _ arguments: JSONObject, progressToken: String? = nil
  ) throws(ServerError) -> ToolAnswer {
    var params: JSONObject = ["name": .string(name), "arguments": .object(arguments)]
    params.append("_meta", ifKnown: progressToken.map { ["progressToken": .string($0)] })
    return ToolAnswer(result: try request("tools/call", params))
  }

  /// Sends the call of a tool and does not wait.
  ///
  /// - Returns: the number of the request, for `answer`.
  package func sendTool(_ name: String, _ arguments: JSONObject) throws(ServerError) -> Int64 {
    try send("tools/call", ["name": .string(name), "arguments": .object(arguments)])
  }

  /// Waits for the answer to the tool call that was sent last.
  package func answer(to number: Int64) throws(ServerError) -> ToolAnswer {
    ToolAnswer(result: try result(of: number, "tools/call"))
  }

  /// Sends a request and waits for its result.
  package func request(_ method: String, _ params: JSONObject = [:]) throws(ServerError) -> JSONObject {
    try result(of: try send(method, params), method)
  }

  private func send(_ method: String, _ params: JSONObject) throws(ServerError) -> Int64 {
    lastID += 1
    try server.send([
      "jsonrpc": "2.0", "id": .integer(lastID), "method": .string(method), "params": .object(params),
    ])
    return lastID
  }

  private func result(of number: Int64, _ method: String) throws(ServerError) -> JSONObject {
    let deadline = SystemClock.monotonic().advanced(bySeconds: timeout)
    while let incoming = try server.next(until: deadline) {
      switch incoming {
      case .message(.object(let message)):
        guard message["id"] == .integer(number) else {
          try take(message)
          continue
        }
        if let result = message["result"]?.object { return result }
        throw .refused(
          method: method, code: message["error"]?["code"]?.integer ?? 0,
          message: message["error"]?["message"]?.string ?? "no reason was given")
      case .message(let value): throw .nonsense(JSONWriter.text(value))
      case .text(let text): throw .nonsense(text)
      case .end: throw .ended
      }
    }
    throw .silent(method: method, seconds: timeout)
  }

  /// Takes what is no reply that is waited for.
  private func take(_ message: JSONObject) throws(ServerError) {
    guard message["method"] != nil else { return }
    guard let id = message["id"] else { return onNotification(message) }
    guard let result = onRequest(message) else { return }
    try server.send(["jsonrpc": "2.0", "id": id, "result": .object(result)])
  }

  /// Hangs up, as a host does that quits, and waits until the server has ended.
  package func close() throws(ServerError) -> ServerProcess.End {
    server.closeInput()
    let deadline = SystemClock.monotonic().advanced(bySeconds: timeout)
    while let incoming = try server.next(until: deadline), incoming != .end {}
    return server.waitForEnd(until: deadline)
  }
}
