internal import JSON
internal import JSONRPC
internal import Synchronization

/// How a conversation opens, in both eras.
extension AgentSession {
  /// The answer to a request that opens a conversation or tests it; nil for every other request.
  func open(_ request: Request, _ meta: RequestMeta) throws(RPCError) -> JSONObject? {
    switch request.method {
    case "initialize": return try initialize(request.params)
    case "server/discover":
      let revision = try statelessCaller(meta).revision
      return discovery(revision).json(for: revision, from: identity)
    case "ping" where !meta.isStateless: return [:]
    default: return nil
    }
  }

  /// Who sent a request.
  func caller(_ meta: RequestMeta) throws(RPCError) -> Caller {
    if meta.isStateless { return try statelessCaller(meta) }
    guard let caller = greeted.withLock({ $0 }) else {
      throw .invalidRequest(
        "Send initialize first, or put io.modelcontextprotocol/protocolVersion into params._meta.")
    }
    return caller
  }

  private func statelessCaller(_ meta: RequestMeta) throws(RPCError) -> Caller {
    guard let version = meta.protocolVersion?.string else {
      throw .invalidParams("params._meta must hold io.modelcontextprotocol/protocolVersion, a string.")
    }
    guard let revision = ProtocolRevision.stateless.first(where: { $0.rawValue == version }) else {
      let requested = String(version.prefix(100))
      throw RPCError(
        code: -32022, message: "The protocol version \(requested) is not supported.",
        data: ["supported": Self.statelessVersions, "requested": .string(requested)])
    }
    guard case .object(let capabilities) = meta.clientCapabilities else {
      throw .invalidParams("params._meta must hold io.modelcontextprotocol/clientCapabilities, an object.")
    }
    guard meta.wantedLogLevel == nil || meta.logLevel != nil else {
      throw .invalidParams(
        "io.modelcontextprotocol/logLevel in params._meta must be one of: \(LogLevel.names).")
    }
    return Caller(revision: revision, capabilities: ClientCapabilities(capabilities))
  }

  private static var statelessVersions: JSONValue {
    .array(ProtocolRevision.stateless.map { .string($0.rawValue) })
  }

  private func initialize(_ params: JSONObject) throws(RPCError) -> JSONObject {
    guard let wanted = params["protocolVersion"]?.string else {
      throw .invalidParams("initialize needs a protocolVersion, a string.")
    }
    let newest = ProtocolRevision.november2025
    let revision = ProtocolRevision.handshake.first { $0.rawValue == wanted } ?? newest
    let capabilities = ClientCapabilities(params["capabilities"]?.object ?? [:])
    let isFirst = greeted.withLock { greeted in
      guard greeted == nil else { return false }
      greeted = Caller(revision: revision, capabilities: capabilities)
      return true
    }
    guard isFirst else { throw .invalidRequest("This connection was initialized before.") }
    return [
      "protocolVersion": .string(revision.rawValue),
      "capabilities": table.capabilities(for: revision),
      "serverInfo": .object(identity.introduction(for: revision)),
      "instructions": .string(identity.instructions),
    ]
  }

  private func discovery(_ revision: ProtocolRevision) -> MethodResult {
    MethodResult(
      [
        "supportedVersions": Self.statelessVersions,
        "capabilities": table.capabilities(for: revision),
        "instructions": .string(identity.instructions),
        "_meta": [ServerIdentity.key: .object(identity.introduction(for: revision))],
      ], caching: .catalog)
  }
}
