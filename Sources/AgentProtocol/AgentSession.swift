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
  private let isCongested: @Sendable () -> Bool
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
  ///   - isCongested: whether so many replies wait to be read that nothing more is to be done for the client.
  ///   - complain: takes a line about a fault of ours.
  package init(
    identity: ServerIdentity, features: [any Feature], executor: any TaskExecutor,
    send: @escaping @Sendable (OutgoingMessage) -> Void,
    isCongested: @escaping @Sendable () -> Bool = { false }, complain: @escaping @Sendable (String) -> Void
  ) {
    self.identity = identity
    table = MethodTable(features)
    self.executor = executor
    self.send = send
    self.isCongested = isCongested
    self.complain = complain
    connection = ClientConnection(send: send)
  }

  /// Takes one frame.
  package func receive(_ frame: FrameSplitter.Frame) {
    switch frame {
    case .line(let line): receive(IncomingMessage(frame: line), bytes: line.count)
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

  /// Tells the log of a client of the handshake era something that belongs to no call.
  package func log(_ message: LogMessage) { connection.log(message) }

  /// No answer to a question of ours will come any more: calls that wait for one go on without.
  package func endQuestions() { connection.endQuestions() }

  /// - Parameter bytes: the part of its line that is the message's.
  private func receive(_ message: IncomingMessage, bytes: Int) {
    switch message {
    case .request(let request): answer(request, bytes: bytes)
    case .notification(let notification): take(notification)
    case .response(let response): connection.receive(response)
    case .batch(let messages):
      guard greeted.withLock({ $0?.revision.allowsBatches == true }) else {
        return send(
          .error(.invalidRequest("Only the revision 2025-03-26 allows several messages in a line."), id: nil))
      }
      for message in messages { receive(message, bytes: bytes / messages.count) }
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

  private func answer(_ read: Request, bytes: Int) {
    // What null says among the arguments of a tool, the tool's schema knows.
    let request = Request(
      id: read.id, method: read.method, params: read.params.withoutNulls(except: "arguments"))
    do throws(RPCError) {
      let meta = RequestMeta(params: request.params)
      if let opening = try open(request, meta) { return reply(to: request.id, .success(opening)) }
      let caller = try caller(meta)
      guard let method = table.method(request.method, in: caller.revision) else {
        throw .methodNotFound(request.method)
      }
      switch method {
      case .immediate(let work):
        try refuseIfCongested()
        let context = CallContext(
          caller: caller, trace: meta.trace, connection: connection, id: request.id)
        let outcome = Result { try work(request.params, context) }.mapError { fault($0, of: request) }
        reply(to: request.id, outcome.map { $0.json(for: caller.revision, from: identity) })
      case .deferred(let work): try start(request, bytes: bytes, meta, caller, isStream: false, work)
      case .stream(let work): try start(request, bytes: bytes, meta, caller, isStream: true, work)
      }
    } catch {
      reply(to: request.id, .failure(error))
    }
  }

  private func start(
    _ request: Request, bytes: Int, _ meta: RequestMeta, _ caller: Caller, isStream: Bool,
    _ work: @escaping @Sendable (JSONObject, CallContext) async throws -> MethodResult
  ) throws(RPCError) {
    let progress = meta.progressToken.map { token in
      ProgressReporter(token: token, hasMessage: caller.revision.hasProgressMessage) { [connection] params in
        connection.notify("notifications/progress", params, delivery: .whileRead)
      }
    }
    // A stream is for what its client subscribed to.
    let log =
      isStream || caller.revision.isStateless && meta.logLevel == nil
      ? nil : CallLog(least: caller.revision.isStateless ? meta.logLevel : nil, connection: connection)
    let number: UInt64
    switch calls.add(request.id, isStream: isStream, bytes: bytes, progress: progress, log: log) {
    case .added(let added): number = added
    case .duplicate: throw .invalidRequest("A request with this id is being worked on.")
    case .full: throw .internalError("\(CallTable.capacity) calls are being worked on; wait for some.")
    case .heavy:
      throw .internalError(
        "The calls that are being worked on have \(CallTable.capacityInBytes >> 20) MiB; wait for some.")
    }
    let context = CallContext(
      caller: caller, progress: progress, log: log, trace: meta.trace, connection: connection,
      id: request.id)
    let task = Task(executorPreference: executor) {
      let outcome = await self.outcome(of: request) {
        // Only when its turn comes: a thousand calls are read before the first of them is answered.
        try self.refuseIfCongested()
        return try await work(request.params, context)
      }
      self.calls.complete(request.id, number: number) {
        self.reply(to: request.id, outcome.map { $0.json(for: caller.revision, from: self.identity) })
      }
    }
    calls.attach(task, to: request.id, number: number)
  }

  /// Nothing was done for a call that is refused, and the little that says so is all that waits for the client.
  private func refuseIfCongested() throws(RPCError) {
    guard isCongested() else { return }
    throw .internalError("Too many replies wait to be read, so nothing was done: read them, then ask again.")
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
