internal import Synchronization

/// Takes what a call has to tell its client's log, if that wants to hear it, until the call is answered.
package final class CallLog: Sendable {
  private let least: LogLevel?
  private let connection: ClientConnection
  private let isEnded = Mutex(false)

  /// - Parameter least: what the request asks for; nil for what its client asked for with `logging/setLevel`.
  init(least: LogLevel?, connection: ClientConnection) {
    self.least = least
    self.connection = connection
  }

  package func note(_ message: LogMessage) {
    // Sent under the lock, so that no message can follow the reply.
    isEnded.withLock { isEnded in
      if !isEnded { connection.log(message, least: least) }
    }
  }

  /// No message from now on.
  func end() { isEnded.withLock { $0 = true } }
}
