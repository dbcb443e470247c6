internal import JSON
internal import JSONRPC

/// What a client's code got wrong about resources; each revision tells it in its own way.
package enum ResourceProblem: Error, Hashable, Sendable {
  /// There is no such resource, or the URI is none that could name one.
  case notFound(uri: String)
  case badCursor

  /// URIs are told again no longer than this.
  private static let longestEcho = 300

  /// The error of a revision: before 2026-07-28 a resource that is not there had a code of its own.
  func error(for revision: ProtocolRevision) -> RPCError {
    switch self {
    case .badCursor: return .invalidParams("There is no page with this cursor.")
    case .notFound(let uri):
      let uri = String(uri.prefix(Self.longestEcho))
      return RPCError(
        code: revision.isStateless ? -32602 : -32002,
        message:
          "There is no resource '\(uri)'; resources/list and resources/templates/list name those there are.",
        data: ["uri": .string(uri)])
    }
  }
}
