package import JSON
internal import Synchronization

/// Tells the caller how far its call is.
///
/// Values strictly increase, whatever the training counts, as the protocol demands: one that does not is
/// left out. Nothing is sent once the call was answered or cancelled.
package final class ProgressReporter: Sendable {
  private struct State {
    var last = -Double.infinity
    var isEnded = false
  }

  private let token: JSONValue
  private let hasMessage: Bool
  private let send: @Sendable (JSONObject) -> Void
  private let state = Mutex(State())

  /// - Parameter send: takes the parameters of one `notifications/progress`.
  package init(token: JSONValue, hasMessage: Bool, send: @escaping @Sendable (JSONObject) -> Void) {
    self.token = token
    self.hasMessage = hasMessage
    self.send = send
  }

  /// Reports, unless `progress` is not above the last one.
  package func report(_ progress: Double, total: Double?, message: String) {
    // Sent under the lock, so that no report can follow the reply.
    state.withLock { state in
      guard !state.isEnded, progress > state.last, progress.isFinite else { return }
      state.last = progress
      var params: JSONObject = ["progressToken": token, "progress": .number(progress)]
      params.append("total", ifKnown: total.map(JSONValue.number))
      if hasMessage { params.append("message", .string(message)) }
      send(params)
    }
  }

  /// No report from now on.
  func end() { state.withLock { $0.isEnded = true } }
}
