internal import JSON
package import JSONRPC
internal import Synchronization

/// One connection: takes messages in the order they were read and sends the replies.
///
/// The order is declared: `receive` is called by one thread, and what is at hand is answered before it returns. Other
/// calls start in the order they came, each runs until it first waits, and their replies come when they are ready. A
/// cancellation overtakes everything.
package final class AgentSession: Sendable {
  let identity: ServerIdentity
  let table: MethodTable
  private let executor: any TaskExecutor
  private let send: @Sendable (OutgoingMessage) -> Void
  private let complain: @Sendable (String) -> Void
  private let connection: ClientConnection
  private let calls = CallTable()
  /// Who shook hands; nil before that.
  ///
  /// A stateless request neither needs nor changes it.
  let greeted = Mutex<Caller?>(nil)

  /// - Parameters:
  ///   - features: what is served.
  ///   - executor: where calls run that are not answered at once.
  ///   - send: takes messages from any thread, in order.
  ///   - complain: takes a line about a fault of ours.
  package init(
    identity: ServerIdentity, features: [any Feature], executor: any TaskExecutor,
    send: @escaping @Sendable (OutgoingMessage) -> Void, complain: @escaping @Sendable (String) -> Void
  ) {
    self.identity = identity
    table = MethodTable(features)
    self.executor = executor
    self.send = send
    self.complain = complain
    connection = ClientConnection(send: send)
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
  ///
  /// Streams are not waited for.
  package func drain() async { await calls.drain() }

  /// Ends all streams, each with its last result; `drain` waits for them from now on.
  package func endStreams() { calls.endStreams() }

  /// No answer to a question of ours will come any more: calls that wait for one go on without.
  package func endQuestions() { connection.endQuestions() }

  private func receive(_ message: IncomingMessage) {
    switch message {
    case .request(let request): answer(request)
    case .notification(let notification): take(notification)
    case .response(let response): connection.receive(response)
    case .batch(let messages):
      guard greeted.withLock({ $0?.revision.allowsBatches == true }) else {
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

  // MARK: Requests

  private func answer(_ request: Request) {
    do throws(RPCError) {
      if let opening = try open(request) { return reply(to: request.id, .success(opening)) }
      let meta = RequestMeta(params: request.params)
      let caller = try caller(of: request, meta)
      guard let method = table.method(request.method, in: caller.revision) else {
        throw .methodNotFound(request.method)
      }
      switch method {
      case .immediate(let work):
        let context = CallContext(
          caller: caller, traceParent: meta.traceParent, connection: connection, id: request.id)
        let outcome = Result { try work(request.params, context) }.mapError { fault($0, of: request) }
        reply(to: request.id, outcome.map { $0.json(for: caller.revision, from: identity) })
      case .deferred(let work): try start(request, meta, caller, isStream: false, work)
      case .stream(let work): try start(request, meta, caller, isStream: true, work)
      }
    } catch {
      reply(to: request.id, .failure(error))
    }
  }

  private func start(
    _ request: Request, _ meta: RequestMeta, _ caller: Caller, isStream: Bool,
    _ work: @escaping @Sendable (JSONObject, CallContext) async throws -> MethodResult
  ) throws(RPCError) {
    let progress = meta.progressToken.map { token in
      ProgressReporter(token: token, hasMessage: caller.revision.hasProgressMessage) { [connection] params in
        connection.notify("notifications/progress", params)
      }
    }
    let number: UInt64
    switch calls.add(request.id, isStream: isStream, progress: progress) {
    case .added(let added): number = added
    case .duplicate: throw .invalidRequest("A request with this id is being worked on.")
    case .full: throw .internalError("\(CallTable.capacity) calls are being worked on; wait for some.")
    }
    let context = CallContext(
      caller: caller, progress: progress, traceParent: meta.traceParent, connection: connection,
      id: request.id)
    let task = Task(executorPreference: executor) {
      let outcome = await self.outcome(of: request) { try await work(request.params, context) }
      self.calls.complete(request.id, number: number) {
        self.reply(to: request.id, outcome.map { $0.json(for: caller.revision, from: self.identity) })
      }
    }
    calls.attach(task, to: request.id, number: number)
  }

  private func outcome(
    of request: Request, _ work: () async throws -> MethodResult
  ) async -> Result<MethodResult, RPCError> {
    do { return .success(try await work()) } catch { return .failure(fault(error, of: request)) }
  }

  /// What the caller is told of an error; a fault of ours is complained of.
  private func fault(_ error: any Error, of request: Request) -> RPCError {
    if let error = error as? RPCError { return error }
    if error is CancellationError { return .internalError("The call was cancelled.") }
    let subject = request.params["name"]?.string ?? request.method
    complain("\(subject) failed: \(error)")
    return .internalError("\(subject) failed: \(error)")
  }
}
