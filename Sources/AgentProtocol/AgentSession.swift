internal import JSON
package import JSONRPC
internal import Synchronization

/// One connection: takes messages in the order they were read and sends the replies.
///
/// The order is declared: `receive` is called by one thread, and what needs no tool is answered before it
/// returns. Tool calls start in the order they came, each runs until it first waits, and their replies come
/// when they are ready. A cancellation overtakes everything.
package final class AgentSession: Sendable {
  private let identity: ServerIdentity
  private let tools: [any Tool]
  private let executor: any TaskExecutor
  private let send: @Sendable (OutgoingMessage) -> Void
  private let complain: @Sendable (String) -> Void
  private let calls = CallTable()
  /// The revision of the handshake; nil before it.
  ///
  /// A stateless request neither needs nor changes it.
  private let agreed = Mutex<ProtocolRevision?>(nil)

  /// - Parameters:
  ///   - executor: where tools run.
  ///   - send: takes messages from any thread, in order.
  ///   - complain: takes a line about a fault of ours.
  package init(
    identity: ServerIdentity, tools: [any Tool], executor: any TaskExecutor,
    send: @escaping @Sendable (OutgoingMessage) -> Void, complain: @escaping @Sendable (String) -> Void
  ) {
    self.identity = identity
    self.tools = tools
    self.executor = executor
    self.send = send
    self.complain = complain
  }

  /// Takes one frame.
  package func receive(_ frame: FrameSplitter.Frame) {
    switch frame {
    case .line(let line): receive(IncomingMessage(frame: line))
    case .tooLong(let bytes):
      send(
        .error(
          .invalidRequest(
            "The line has \(bytes) bytes; at most \(FrameSplitter.maximumLineBytes) are taken."), id: nil))
    }
  }

  /// Returns when every call that was received is answered, or when the waiting task is cancelled.
  package func drain() async { await calls.drain() }

  private func receive(_ message: IncomingMessage) {
    switch message {
    case .request(let request):
      if let outcome = answer(request) { reply(to: request.id, outcome) }
    case .notification(let notification): take(notification)
    case .response: break
    case .batch(let messages):
      guard agreed.withLock({ $0?.allowsBatches == true }) else {
        return send(
          .error(.invalidRequest("Only the revision 2025-03-26 allows several messages in a line."), id: nil))
      }
      messages.forEach(receive)
    case .malformed(let error, let id): send(.error(error, id: id))
    }
  }

  private func reply(to id: RequestID, _ outcome: Result<JSONObject, RPCError>) {
    switch outcome {
    case .success(let result): send(.result(result, id: id))
    case .failure(let error): send(.error(error, id: id))
    }
  }

  private func take(_ notification: Notification) {
    guard notification.method == "notifications/cancelled",
      let id = notification.params["requestId"].flatMap(RequestID.init)
    else { return }
    calls.cancel(id)
  }

  // MARK: Methods

  /// The answer to a request, or nil when it comes later.
  private func answer(_ request: Request) -> Result<JSONObject, RPCError>? {
    let meta = RequestMeta(params: request.params)
    do throws(RPCError) {
      if request.method == "initialize" { return .success(try initialize(request.params)) }
      if meta.isStateless || request.method == "server/discover" {
        return try answer(request, meta: meta, revision: try statelessRevision(meta))
      }
      if request.method == "ping" { return .success([:]) }
      guard let revision = agreed.withLock({ $0 }) else {
        throw .invalidRequest(
          "Send initialize first, or put io.modelcontextprotocol/protocolVersion into params._meta.")
      }
      return try answer(request, meta: meta, revision: revision)
    } catch {
      return .failure(error)
    }
  }

  private func answer(
    _ request: Request, meta: RequestMeta, revision: ProtocolRevision
  ) throws(RPCError) -> Result<JSONObject, RPCError>? {
    switch request.method {
    case "tools/list": return .success(try listTools(request.params, revision))
    case "tools/call":
      try call(request, meta: meta, revision: revision)
      return nil
    case "server/discover" where revision.isStateless: return .success(discover(revision))
    default: throw .methodNotFound(request.method)
    }
  }

  private func statelessRevision(_ meta: RequestMeta) throws(RPCError) -> ProtocolRevision {
    guard let version = meta.protocolVersion?.string else {
      throw .invalidParams("params._meta must hold io.modelcontextprotocol/protocolVersion, a string.")
    }
    guard let revision = ProtocolRevision.stateless.first(where: { $0.rawValue == version }) else {
      throw RPCError(
        code: -32022, message: "The protocol version \(version) is not supported.",
        data: [
          "supported": .array(ProtocolRevision.stateless.map { .string($0.rawValue) }),
          "requested": .string(version),
        ])
    }
    guard case .object = meta.clientCapabilities else {
      throw .invalidParams("params._meta must hold io.modelcontextprotocol/clientCapabilities, an object.")
    }
    return revision
  }

  // MARK: Opening

  private func initialize(_ params: JSONObject) throws(RPCError) -> JSONObject {
    guard let wanted = params["protocolVersion"]?.string else {
      throw .invalidParams("initialize needs a protocolVersion, a string.")
    }
    let newest = ProtocolRevision.november2025
    let revision = ProtocolRevision.handshake.first { $0.rawValue == wanted } ?? newest
    let isFirst = agreed.withLock { agreed in
      guard agreed == nil else { return false }
      agreed = revision
      return true
    }
    guard isFirst else { throw .invalidRequest("This connection was initialized before.") }
    return [
      "protocolVersion": .string(revision.rawValue),
      "capabilities": capabilities,
      "serverInfo": identity.implementation(for: revision),
      "instructions": .string(identity.instructions),
    ]
  }

  private func discover(_ revision: ProtocolRevision) -> JSONObject {
    let result: JSONObject = [
      "supportedVersions": .array(ProtocolRevision.stateless.map { .string($0.rawValue) }),
      "capabilities": capabilities,
      "instructions": .string(identity.instructions),
    ]
    return complete(cacheable(result, revision), revision)
  }

  /// Exactly what is served.
  private var capabilities: JSONValue { ["tools": [:]] }

  /// Adds what a stateless revision wants on every result.
  private func complete(_ result: JSONObject, _ revision: ProtocolRevision) -> JSONObject {
    guard revision.isStateless else { return result }
    var result = result
    result.append("resultType", "complete")
    result.append(
      "_meta", ["io.modelcontextprotocol/serverInfo": identity.implementation(for: revision)])
    return result
  }

  /// Adds what a stateless revision wants on results that hold as long as this program runs.
  private func cacheable(_ result: JSONObject, _ revision: ProtocolRevision) -> JSONObject {
    guard revision.isStateless else { return result }
    var result = result
    result.append("ttlMs", 3_600_000)
    result.append("cacheScope", "public")
    return result
  }

  // MARK: Tools

  private func listTools(
    _ params: JSONObject, _ revision: ProtocolRevision
  ) throws(RPCError) -> JSONObject {
    // Everything is on the first page, so no cursor was ever given out.
    if params["cursor"] != nil { throw .invalidParams("There is no page with this cursor.") }
    let list = tools.map { $0.definition.json(for: revision) }
    return complete(cacheable(["tools": .array(list)], revision), revision)
  }

  private func call(
    _ request: Request, meta: RequestMeta, revision: ProtocolRevision
  ) throws(RPCError) {
    guard let name = request.params["name"]?.string else {
      throw .invalidParams("tools/call needs a name, a string.")
    }
    guard let tool = tools.first(where: { $0.definition.name == name }) else {
      let known = tools.map(\.definition.name).joined(separator: ", ")
      throw .invalidParams("There is no tool '\(name)'; there are: \(known).")
    }
    let arguments: JSONObject
    switch request.params["arguments"] {
    case nil, .null: arguments = [:]
    case .object(let object): arguments = object
    default: throw .invalidParams("The arguments of tools/call must be an object.")
    }
    let progress = meta.progressToken.map { token in
      ProgressReporter(token: token, hasMessage: revision.hasProgressMessage) { [send] params in
        send(.notification(Notification(method: "notifications/progress", params: params)))
      }
    }
    let number: UInt64
    switch calls.add(request.id, progress: progress) {
    case .added(let added): number = added
    case .duplicate: throw .invalidRequest("A request with this id is being worked on.")
    case .full: throw .internalError("\(CallTable.capacity) calls are being worked on; wait for some.")
    }
    let context = ToolCallContext(progress: progress, traceParent: meta.traceParent)
    let task = Task(executorPreference: executor) {
      let outcome = await self.run(tool, arguments, context)
      self.calls.complete(request.id, number: number) {
        self.reply(to: request.id, outcome.map { self.complete($0.json(for: revision), revision) })
      }
    }
    calls.attach(task, to: request.id, number: number)
  }

  private func run(
    _ tool: any Tool, _ arguments: JSONObject, _ context: ToolCallContext
  ) async -> Result<ToolResult, RPCError> {
    let definition = tool.definition
    let problems =
      SchemaChecker(schema: definition.inputSchema).problems(with: .object(arguments))
      + tool.problems(with: arguments)
    do {
      guard problems.isEmpty else {
        throw ToolFailure.invalidArguments(tool: definition.name, problems)
      }
      return .success(try await tool.call(arguments, context: context))
    } catch let failure as ToolFailure {
      return .success(failure.result)
    } catch is CancellationError {
      return .failure(.internalError("The call was cancelled."))
    } catch {
      complain("\(definition.name) failed: \(error)")
      return .failure(.internalError("\(definition.name) failed: \(error)"))
    }
  }
}
