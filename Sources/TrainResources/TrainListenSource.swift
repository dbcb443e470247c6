package import AgentProtocol
package import JSON
internal import JSONRPC
internal import TrainingModel
package import TrainingService

/// What happens to runs and schedules, as changes of the resources that show them.
package struct TrainListenSource: ListenSource {
  /// URIs that one request may name.
  private static let mostURIs = 1_000

  private let registry: RunRegistry

  package init(registry: RunRegistry) { self.registry = registry }

  package func listen(
    to filter: JSONObject, for caller: Caller
  ) async throws -> (any ListenSubscription)? {
    let uris = filter["resourceSubscriptions"]?.array?.compactMap(\.string) ?? []
    guard uris.count <= Self.mostURIs else {
      throw RPCError.invalidParams("At most \(Self.mostURIs) resources can be named at once.")
    }
    var topics: [NewsTopic: [String]] = [:]
    for uri in Set(uris).sorted() {
      guard let topic = ResourceURI(uri)?.topic else { throw ResourceProblem.notFound(uri: uri) }
      topics[topic, default: []].append(uri)
    }
    let listensToList = filter["resourcesListChanged"]?.bool == true
    if listensToList { topics[.catalog] = [] }
    guard !topics.isEmpty else { return nil }
    var honored = JSONObject()
    if listensToList { honored.append("resourcesListChanged", true) }
    if !uris.isEmpty { honored.append("resourceSubscriptions", .array(uris.map(JSONValue.string))) }
    do {
      let listener = try await registry.listen(to: Set(topics.keys))
      return TrainListenSubscription(listener: listener, uris: topics, honored: honored)
    } catch let error as ServiceError {
      throw error.problem(reading: error.uri(among: uris))
    }
  }
}

extension ResourceURI {
  /// What is listened to for it.
  fileprivate var topic: NewsTopic {
    switch self {
    case .runs: .runs
    case .run(let id): .run(id)
    case .log(let id, _): .log(id)
    case .metrics(let id): .metrics(id)
    case .schedules: .schedules
    case .schedule(let id): .schedule(id)
    }
  }
}

extension ServiceError {
  /// Which of the URIs names what is not there.
  fileprivate func uri(among uris: [String]) -> String {
    switch self {
    case .unknownRun(let id), .unknownSchedule(let id):
      uris.first { uri in
        switch ResourceURI(uri) {
        case .run(let run), .log(let run, _), .metrics(let run): run.rawValue == id
        case .schedule(let schedule): schedule.rawValue == id
        case .runs, .schedules, nil: false
        }
      } ?? ""
    default: ""
    }
  }
}
