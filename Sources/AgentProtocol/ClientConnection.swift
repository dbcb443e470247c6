package import JSON
package import JSONRPC
internal import Synchronization

/// The way to the client: notifications, and questions where the revision lets a server ask.
package final class ClientConnection: Sendable {
  private struct State {
    var lastNumber = 0
    /// From where on a client of the handshake era wants messages for its log; nil for none.
    var logLevel: LogLevel?
    /// Whether the client says nothing more.
    var isDeaf = false
    var questions: [RequestID: CheckedContinuation<Response, any Error>] = [:]
  }

  private let send: @Sendable (OutgoingMessage) -> Void
  private let state = Mutex(State())

  /// - Parameter send: takes messages from any thread, in order.
  package init(send: @escaping @Sendable (OutgoingMessage) -> Void) { self.send = send }

  /// Tells the client something that it does not answer.
  package func notify(_ method: String, _ params: JSONObject = [:], delivery: Delivery = .always) {
    send(.notification(Notification(method: method, params: params, delivery: delivery)))
  }

  /// From now on messages of this level and above are for the log of a client of the handshake era.
  func setLogLevel(_ level: LogLevel) { state.withLock { $0.logLevel = level } }

  /// Tells the client's log, if it wants to hear that.
  ///
  /// - Parameter least: the level from which on it does; nil for the one that was set.
  func log(_ message: LogMessage, least: LogLevel? = nil) {
    guard let least = least ?? state.withLock({ $0.logLevel }), message.level >= least else { return }
    notify("notifications/message", message.params)
  }

  /// Asks the client, as only revisions with a handshake allow, and waits until it answers or the task is cancelled,
  /// of which the client is told.
  ///
  /// - Throws: `CancellationError`.
  package func ask(_ method: String, _ params: JSONObject) async throws -> Response {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    let question = Request(id: RequestID(ours: "signalbox-\(number)"), method: method, params: params)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let (isWanted, isDeaf) = state.withLock { state in
          let isWanted = !Task.isCancelled
          if isWanted, !state.isDeaf { state.questions[question.id] = continuation }
          return (isWanted, state.isDeaf)
        }
        if !isWanted {
          continuation.resume(throwing: CancellationError())
        } else if isDeaf {
          continuation.resume(returning: Self.silence(question.id))
        } else {
          send(.request(question))
        }
      }
    } onCancel: {
      let waiting = state.withLock { $0.questions.removeValue(forKey: question.id) }
      guard let waiting else { return }
      notify("notifications/cancelled", ["requestId": question.id.json])
      waiting.resume(throwing: CancellationError())
    }
  }

  /// Takes an answer; one that nobody waits for is passed over.
  func receive(_ response: Response) {
    let waiting = response.id.flatMap { id in state.withLock { $0.questions.removeValue(forKey: id) } }
    waiting?.resume(returning: response)
  }

  /// The client says nothing more: every question, also one that is yet to be asked, has an error for an answer.
  func endQuestions() {
    let waiting = state.withLock { state in
      state.isDeaf = true
      defer { state.questions = [:] }
      return state.questions
    }
    for (id, continuation) in waiting { continuation.resume(returning: Self.silence(id)) }
  }

  private static func silence(_ id: RequestID) -> Response {
    Response(id: id, outcome: .error(RPCError.internalError("The client is gone.").json))
  }
}
