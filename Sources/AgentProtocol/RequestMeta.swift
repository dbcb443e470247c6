internal import JSON

/// What a request says about itself in `params._meta`; unknown keys are passed over.
struct RequestMeta: Hashable, Sendable {
  private static let prefix = "io.modelcontextprotocol/"

  /// The value of `protocolVersion`, as it came.
  let protocolVersion: JSONValue?
  let clientCapabilities: JSONValue?
  /// A string or an integer under which progress is to be reported.
  let progressToken: JSONValue?
  /// The value of `logLevel`, as it came.
  let wantedLogLevel: JSONValue?
  /// To be handed on to what the request starts.
  let trace: TraceMeta
  /// Whether any key belongs to the stateless era.
  let isStateless: Bool

  /// From where on a stateless request wants messages for its client's log; nil for none.
  var logLevel: LogLevel? { wantedLogLevel?.string.flatMap(LogLevel.init) }

  init(params: JSONObject) {
    let meta = params["_meta"]?.object ?? [:]
    protocolVersion = meta[Self.prefix + "protocolVersion"]
    clientCapabilities = meta[Self.prefix + "clientCapabilities"]
    wantedLogLevel = meta[Self.prefix + "logLevel"]
    trace = TraceMeta(meta: meta)
    isStateless = meta.names.contains { name in
      ["protocolVersion", "clientCapabilities", "clientInfo"].contains { name == Self.prefix + $0 }
    }
    progressToken =
      switch meta["progressToken"] {
      case .string(let token): .string(token)
      case .integer(let token): .integer(token)
      default: nil
      }
  }
}
