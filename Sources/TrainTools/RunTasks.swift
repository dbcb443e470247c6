package import AgentProtocol
internal import JSONRPC
internal import TrainingAnswers
internal import TrainingModel
package import TrainingService

/// The tasks of a home: every run is one, under its `process_id`, whichever server started it and whenever.
package struct RunTasks: TaskStore {
  private let registry: RunRegistry

  package init(registry: RunRegistry) { self.registry = registry }

  package func task(_ id: String) async throws -> TaskSnapshot? {
    try await asked {
      let picture = try await registry.picture(of: id)
      return try await Self.snapshot(of: picture, in: registry)
    }
  }

  package func cancel(_ id: String) async throws -> Bool {
    let stop = try await asked {
      try await registry.requestStop(of: id, grace: nil, reason: .taskCancelled)
    }
    return stop != nil
  }

  /// - Throws: `ServiceError`.
  static func snapshot(of picture: RunPicture, in registry: RunRegistry) async throws -> TaskSnapshot {
    TaskSnapshot(
      id: picture.id.rawValue, status: try await status(of: picture, in: registry),
      message: picture.statusMessage, createdAt: picture.specification.createdAt.rfc3339,
      lastUpdatedAt: picture.lastSign().rfc3339, pollInterval: pollInterval(of: picture))
  }

  private static func status(
    of picture: RunPicture, in registry: RunRegistry
  ) async throws -> TaskSnapshot.Status {
    // What a task ended with never changes, so it has not ended while its log is still being read for the verdict.
    guard let record = picture.state.exitRecord, !picture.warnings.contains(where: { $0.code == .logUnread })
    else { return .working }
    if case .stopped(.taskCancelled, _) = record.outcome { return .cancelled }
    return .completed(try await StartResult.of(picture, in: registry))
  }

  /// Milliseconds; a training takes minutes to days, its start and its stopping seconds.
  private static func pollInterval(of picture: RunPicture) -> Int {
    picture.phase == .training ? 10_000 : 2_000
  }

  /// What the service answers; nil when it knows no such run.
  private func asked<Answer: Sendable>(_ question: () async throws -> Answer) async throws -> Answer? {
    do { return try await question() } catch let error as ServiceError {
      if case .unknownRun = error { return nil }
      let failure = error.toolFailure
      // The caller's code may ask again, or not; no other arguments would help.
      throw RPCError.internalError("\(failure.message) \(failure.hint)")
    }
  }
}
