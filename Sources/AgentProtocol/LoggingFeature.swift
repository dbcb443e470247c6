internal import JSON
internal import JSONRPC

/// `logging`: messages for the client's own log.
///
/// A client of the handshake era says with `logging/setLevel` from which level on it wants them; before that it gets none.
/// A stateless request says it in `_meta`, for itself alone. In 2025-11-25 there are none.
package struct LoggingFeature: Feature {
  package init() {}

  package func capability(for revision: ProtocolRevision) -> Capability? {
    revision.hasLogging ? .core("logging") : nil
  }

  package func methods(for revision: ProtocolRevision) -> [String: Method] {
    revision.isStateless || !revision.hasLogging ? [:] : ["logging/setLevel": .immediate(setLevel)]
  }

  private func setLevel(_ params: JSONObject, _ context: CallContext) throws(RPCError) -> MethodResult {
    guard let level = params["level"]?.string.flatMap(LogLevel.init) else {
      throw .invalidParams("logging/setLevel needs a level, one of: \(LogLevel.names).")
    }
    context.connection.setLogLevel(level)
    return MethodResult([:])
  }
}
