import AgentProtocol
import TestSupport

/// Tasks that a test makes up.
struct TaskStoreDouble: TaskStore {
  let tasks: [String: TaskSnapshot]
  let cancelled = Recorder<String>()

  init(_ tasks: [TaskSnapshot]) {
    self.tasks = Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  func task(_ id: String) async throws -> TaskSnapshot? { tasks[id] }

  func cancel(_ id: String) async throws -> Bool {
    cancelled.record(id)
    return tasks[id] != nil
  }
}

extension TaskSnapshot {
  static func example(_ id: String, _ status: Status = .working) -> TaskSnapshot {
    TaskSnapshot(
      id: id, status: status, message: "epoch 3/10", createdAt: "2026-11-21T10:00:00Z",
      lastUpdatedAt: "2026-11-21T10:05:00Z", pollInterval: 2000)
  }
}
