internal import AgentProtocol
internal import JSON
internal import JSONRPC
internal import Synchronization
internal import TrainingModel
internal import TrainingService

/// What one client listens to of tasks: each is told whole when it has changed, the first time at once.
final class RunTaskSubscription: ListenSubscription {
  private let listener: NewsListener
  private let tasks: RunTasks
  private let ids: [RunID]
  private let revision: ProtocolRevision
  /// What was told last of each.
  private let told = Mutex<[RunID: TaskSnapshot]>([:])

  init(listener: NewsListener, tasks: RunTasks, ids: [RunID], revision: ProtocolRevision) {
    self.listener = listener
    self.tasks = tasks
    self.ids = ids
    self.revision = revision
  }

  var honored: JSONObject { ["taskIds": .array(ids.map { .string($0.rawValue) })] }

  func next() async throws -> [Notification] {
    // What happened between the request and now is no news to come.
    var changed = told.withLock(\.isEmpty) ? Set(ids) : []
    while true {
      let news = try await notifications(of: ids.filter(changed.contains))
      if !news.isEmpty { return news }
      changed = Set(
        try await listener.next().compactMap { if case .run(let id) = $0 { id } else { nil } })
    }
  }

  private func notifications(of changed: [RunID]) async throws -> [Notification] {
    var news: [Notification] = []
    for id in changed {
      guard let task = try await tasks.task(id.rawValue) else { continue }
      let isNews = told.withLock { told in
        guard told[id] != task else { return false }
        told[id] = task
        return true
      }
      guard isNews else { continue }
      // Of a client that does not read only the end waits.
      news.append(
        Notification(
          method: "notifications/tasks", params: task.detailed(for: revision),
          delivery: task.status == .working ? .whileRead : .always))
    }
    return news
  }
}
