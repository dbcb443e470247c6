internal import JSON
internal import JSONRPC

/// `subscriptions/listen`: what a client wants to hear of, for as long as it wants (2026-07-28, subscriptions).
///
/// What can be listened to is announced by the features that have it.
package struct SubscriptionFeature: Feature {
  private let sources: [any ListenSource]

  package init(_ sources: [any ListenSource]) { self.sources = sources }

  package func capability(for revision: ProtocolRevision) -> Capability? {
    revision.isStateless ? .implied : nil
  }

  package func methods(for revision: ProtocolRevision) -> [String: Method] {
    ["subscriptions/listen": .stream(listen)]
  }

  private func listen(_ params: JSONObject, _ context: CallContext) async throws -> MethodResult {
    let filter = try ListenFilter.read(params)
    guard let id = context.id else { throw RPCError.invalidRequest("subscriptions/listen needs an id.") }
    var subscriptions: [any ListenSubscription] = []
    var honored = JSONObject()
    for source in sources {
      do {
        guard let subscription = try await source.listen(to: filter, for: context.caller) else { continue }
        subscriptions.append(subscription)
        for member in subscription.honored.members { honored[member.name] = member.value }
      } catch let problem as ResourceProblem {
        throw problem.error(for: context.caller.revision)
      }
    }
    let stream = ListenStream(id: id, connection: context.connection)
    try await withTaskCancellationHandler {
      stream.send(
        Notification(
          method: "notifications/subscriptions/acknowledged", params: ["notifications": .object(honored)]))
      try await stream.forward(subscriptions)
    } onCancel: {
      stream.close()
    }
    return MethodResult(["_meta": .object(stream.meta)])
  }
}
