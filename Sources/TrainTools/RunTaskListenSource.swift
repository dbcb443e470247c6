package import AgentProtocol
package import JSON
internal import JSONRPC
internal import TrainingModel
package import TrainingService

/// Runs as tasks that clients listen to (`taskIds` in the filter of `subscriptions/listen`).
package struct RunTaskListenSource: ListenSource {
  /// Tasks that one request may name.
  private static let mostTasks = 1_000

  private let registry: RunRegistry
  private let tasks: RunTasks

  package init(registry: RunRegistry) {
    self.registry = registry
    tasks = RunTasks(registry: registry)
  }

  package func listen(
    to filter: JSONObject, for caller: Caller
  ) async throws -> (any ListenSubscription)? {
    guard let value = filter["taskIds"] else { return nil }
    guard caller.capabilities.declares(extension: TaskFeature.name) else { throw TaskFeature.notDeclared }
    guard let ids = value.strings, ids.count <= Self.mostTasks else {
      throw RPCError.invalidParams(
        "notifications.taskIds must be a list of at most \(Self.mostTasks) identifiers of tasks.")
    }
    // What is not there is left out of what is honored.
    var known: [RunID] = []
    for id in ids {
      guard let run = RunID(id), !known.contains(run), try await tasks.task(id) != nil else { continue }
      known.append(run)
    }
    guard !known.isEmpty else { return nil }
    let listener = try await registry.listen(to: Set(known.map(NewsTopic.run)))
    return RunTaskSubscription(listener: listener, tasks: tasks, ids: known, revision: caller.revision)
  }
}
