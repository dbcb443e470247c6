internal import JSON
internal import JSONRPC

/// `resources`: what a client can read, and listen to.
///
/// Revisions with a handshake subscribe by `resources/subscribe`; later ones by `SubscriptionFeature`.
package struct ResourceFeature: Feature {
  private let catalog: any ResourceCatalog
  private let subscriptions: ResourceSubscriptions

  /// - Parameters:
  ///   - source: knows `resourceSubscriptions` and `resourcesListChanged`.
  ///   - executor: where what is listened to is waited for.
  package init(_ catalog: any ResourceCatalog, source: any ListenSource, executor: any TaskExecutor) {
    self.catalog = catalog
    subscriptions = ResourceSubscriptions(source: source, executor: executor)
  }

  package func capability(for revision: ProtocolRevision) -> Capability? {
    .core("resources", settings: ["subscribe": true, "listChanged": true])
  }

  package func methods(for revision: ProtocolRevision) -> [String: Method] {
    var methods: [String: Method] = [
      "resources/list": .deferred(list), "resources/templates/list": .immediate(listTemplates),
      "resources/read": .deferred(read),
    ]
    if !revision.isStateless {
      methods["resources/subscribe"] = .deferred(subscribe)
      methods["resources/unsubscribe"] = .deferred(unsubscribe)
    }
    return methods
  }

  private func list(_ params: JSONObject, _ context: CallContext) async throws -> MethodResult {
    let revision = context.caller.revision
    let page = try await telling(revision) {
      let cursor = try Self.cursor(params)
      // Before the list is made, so that no change is missed.
      if !revision.isStateless { try await subscriptions.listenToList(context) }
      return try await catalog.list(after: cursor)
    }
    var members: JSONObject = ["resources": .array(page.resources.map { $0.json(for: revision) })]
    members.append("nextCursor", ifKnown: page.nextCursor.map(JSONValue.string))
    return MethodResult(members, caching: .live)
  }

  private func listTemplates(_ params: JSONObject, _ context: CallContext) throws(RPCError) -> MethodResult {
    // Everything is on the first page, so no cursor was ever given out.
    if params["cursor"] != nil { throw ResourceProblem.badCursor.error(for: context.caller.revision) }
    let list = catalog.templates.map { $0.json(for: context.caller.revision) }
    return MethodResult(["resourceTemplates": .array(list)], caching: .catalog)
  }

  private func read(_ params: JSONObject, _ context: CallContext) async throws -> MethodResult {
    let revision = context.caller.revision
    let uri = try Self.uri(params, of: "resources/read")
    let contents = try await telling(revision) { try await catalog.read(uri) }
    return MethodResult(["contents": [contents.json(uri: uri, for: revision)]], caching: .live)
  }

  private func subscribe(_ params: JSONObject, _ context: CallContext) async throws -> MethodResult {
    let uri = try Self.uri(params, of: "resources/subscribe")
    try await telling(context.caller.revision) { try await subscriptions.listen(to: uri, context) }
    return MethodResult([:])
  }

  private func unsubscribe(_ params: JSONObject, _ context: CallContext) async throws -> MethodResult {
    // Of what is not subscribed to nothing is heard: that is what was asked for.
    subscriptions.end(try Self.uri(params, of: "resources/unsubscribe"))
    return MethodResult([:])
  }

  private static func uri(_ params: JSONObject, of method: String) throws(RPCError) -> String {
    guard let uri = params["uri"]?.string else { throw .invalidParams("\(method) needs a uri, a string.") }
    return uri
  }

  private static func cursor(_ params: JSONObject) throws(ResourceProblem) -> String? {
    guard let cursor = params["cursor"] else { return nil }
    guard let cursor = cursor.string else { throw .badCursor }
    return cursor
  }

  /// Tells a problem in the way of a revision.
  private func telling<Value>(
    _ revision: ProtocolRevision, _ work: () async throws -> Value
  ) async throws -> Value {
    do { return try await work() } catch let problem as ResourceProblem {
      throw problem.error(for: revision)
    }
  }
}
