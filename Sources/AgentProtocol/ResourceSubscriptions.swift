internal import JSON
internal import JSONRPC
internal import Synchronization

/// What a client of a revision with a handshake listens to: the resources that it has subscribed to, and their list
/// once it has read that.
///
/// Such a revision lets a server tell of a new list unasked; who never read the old one has no use for it, and so
/// nothing is listened to for clients that do not care for resources.
final class ResourceSubscriptions: Sendable {
  private enum Subject: Hashable {
    case list
    case resource(String)

    var filter: JSONObject {
      switch self {
      case .list: ["resourcesListChanged": true]
      case .resource(let uri): ["resourceSubscriptions": [.string(uri)]]
      }
    }
  }

  private struct State {
    var tasks: [Subject: Task<Void, Never>] = [:]
    /// Those that are being made; false when they were ended meanwhile.
    var pending: [Subject: Bool] = [:]
  }

  private let source: any ListenSource
  private let executor: any TaskExecutor
  private let state = Mutex(State())

  init(source: any ListenSource, executor: any TaskExecutor) {
    self.source = source
    self.executor = executor
  }

  /// The connection is over.
  deinit { for task in state.withLock({ $0.tasks.values }) { task.cancel() } }

  func listenToList(_ context: CallContext) async throws { try await listen(to: .list, context) }

  func listen(to uri: String, _ context: CallContext) async throws {
    try await listen(to: .resource(uri), context)
  }

  /// Ends what was subscribed to, if it was.
  func end(_ uri: String) {
    let subject = Subject.resource(uri)
    let task = state.withLock { state in
      if state.pending[subject] != nil { state.pending[subject] = false }
      return state.tasks.removeValue(forKey: subject)
    }
    task?.cancel()
  }

  private func listen(to subject: Subject, _ context: CallContext) async throws {
    let isNew = state.withLock { state in
      if state.tasks[subject] != nil { return false }
      // One that is being made is wanted again.
      return state.pending.updateValue(true, forKey: subject) == nil
    }
    guard isNew else { return }
    do {
      let subscription = try await source.listen(to: subject.filter, for: context.caller)
      guard let subscription else { return _ = state.withLock { $0.pending.removeValue(forKey: subject) } }
      let connection = context.connection
      let task = Task(executorPreference: executor) {
        do {
          while true {
            for notification in try await subscription.next() where !Task.isCancelled {
              connection.notify(
                notification.method, notification.params, delivery: notification.delivery)
            }
          }
        } catch {
          // Ended by whoever subscribed, or with the connection.
        }
      }
      let isWanted = state.withLock { state in
        let isWanted = state.pending.removeValue(forKey: subject) == true
        if isWanted { state.tasks[subject] = task }
        return isWanted
      }
      if !isWanted { task.cancel() }
    } catch {
      _ = state.withLock { $0.pending.removeValue(forKey: subject) }
      throw error
    }
  }
}
