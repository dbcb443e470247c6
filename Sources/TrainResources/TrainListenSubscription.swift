internal import AgentProtocol
internal import JSON
internal import JSONRPC
internal import TrainingService

/// What one client listens to of runs and schedules.
struct TrainListenSubscription: ListenSubscription {
  let listener: NewsListener
  /// The URIs that each topic is told under, as the client wrote them.
  let uris: [NewsTopic: [String]]
  let honored: JSONObject

  func next() async throws -> [Notification] {
    let changed = try await listener.next()
    let updates = changed.flatMap { uris[$0] ?? [] }.sorted().map { uri in
      Notification(
        method: "notifications/resources/updated", params: ["uri": .string(uri)], delivery: .once)
    }
    let news = changed.contains(.catalog)
    return updates
      + (news ? [Notification(method: "notifications/resources/list_changed", delivery: .once)] : [])
  }
}
