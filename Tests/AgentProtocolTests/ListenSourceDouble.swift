import AgentProtocol
import JSON
import JSONRPC
import Synchronization

/// Something to listen to whose news a test makes up: it honors `resourceSubscriptions` and `resourcesListChanged`.
final class ListenSourceDouble: ListenSource {
  private let subscriptions = Mutex<[WeakSubscription]>([])
  /// Held before anybody is let in.
  let door: Gate

  init(door: Gate = .open) { self.door = door }

  /// How many listen.
  var count: Int { subscriptions.withLock { $0.count { $0.subscription != nil } } }

  func listen(to filter: JSONObject, for caller: Caller) async throws -> (any ListenSubscription)? {
    try await door.pass(isStubborn: true)
    var honored = JSONObject()
    if filter["resourcesListChanged"] == true { honored.append("resourcesListChanged", true) }
    if let uris = filter["resourceSubscriptions"]?.array {
      if uris.contains("x://none") { throw ResourceProblem.notFound(uri: "x://none") }
      honored.append("resourceSubscriptions", .array(uris))
    }
    guard !honored.isEmpty else { return nil }
    let subscription = Subscription(honored: honored)
    subscriptions.withLock { $0.append(WeakSubscription(subscription: subscription)) }
    return subscription
  }

  /// Tells everybody.
  func tell(_ method: String, _ params: JSONObject = [:]) {
    let all = subscriptions.withLock { $0.compactMap(\.subscription) }
    for subscription in all { subscription.tell(Notification(method: method, params: params)) }
  }

  private struct WeakSubscription: Sendable {
    weak let subscription: Subscription?
  }

  private final class Subscription: ListenSubscription {
    let honored: JSONObject
    private let news = AsyncStream<Notification>.makeStream()

    init(honored: JSONObject) { self.honored = honored }

    func tell(_ notification: Notification) { news.continuation.yield(notification) }

    func next() async throws -> [Notification] {
      for await notification in news.stream { return [notification] }
      throw CancellationError()
    }
  }
}

extension Gate {
  /// One that nobody waits at.
  static var open: Gate {
    let gate = Gate()
    gate.open()
    return gate
  }
}
