internal import JSON
internal import JSONRPC
internal import Synchronization

/// What is sent for one `subscriptions/listen`, until it is cancelled; not a word after that.
final class ListenStream: Sendable {
  /// Says to which request a message belongs: several streams may be open.
  let meta: JSONObject
  private let connection: ClientConnection
  private let isOpen = Mutex(true)

  init(id: RequestID, connection: ClientConnection) {
    meta = ["io.modelcontextprotocol/subscriptionId": id.json]
    self.connection = connection
  }

  func send(_ notification: Notification) {
    var params: JSONObject = ["_meta": .object(meta)]
    for member in notification.params.members { params[member.name] = member.value }
    // Sent under the lock, so that nothing can follow the end.
    isOpen.withLock { isOpen in
      if isOpen { connection.notify(notification.method, params, delivery: notification.delivery) }
    }
  }

  /// Nothing is sent from now on.
  func close() { isOpen.withLock { $0 = false } }

  /// Sends what comes of the subscriptions until the task is cancelled.
  func forward(_ subscriptions: [any ListenSubscription]) async throws {
    // The stream stays open, as its client wishes, also where there is nothing to tell.
    guard !subscriptions.isEmpty else {
      for await _ in AsyncStream<Never>.makeStream().stream {}
      return
    }
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for subscription in subscriptions {
          group.addTask { [self] in
            while true { for notification in try await subscription.next() { send(notification) } }
          }
        }
        try await group.waitForAll()
      }
    } catch is CancellationError {
      // That is how a stream ends.
    }
  }
}
