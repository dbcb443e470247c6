import AgentProtocol
import JSON
import JSONRPC

/// Resources that a test makes up.
struct CatalogDouble: ResourceCatalog {
  static let full = Resource(
    uri: "x://a", name: "a", title: "An A", description: "What a is.", mimeType: "text/plain", size: 3,
    lastModified: "2026-11-21T12:00:00.000Z")

  let templates = [
    ResourceTemplate(
      uriTemplate: "x://{name}", name: "any", title: "Any", description: "Any of them.",
      mimeType: "text/plain")
  ]

  func list(after cursor: String?) async throws -> ResourcePage {
    switch cursor {
    case nil: return ResourcePage(resources: [Self.full], nextCursor: "2")
    case "2":
      return ResourcePage(
        resources: [Resource(uri: "x://b", name: "b", title: "B", description: "Bare.", mimeType: "a/b")],
        nextCursor: nil)
    default: throw ResourceProblem.badCursor
    }
  }

  func read(_ uri: String) async throws -> ResourceContents {
    switch uri {
    case "x://a": return ResourceContents(mimeType: "text/plain", text: "ä\n", meta: ["x/size": 3])
    case "x://broken": throw RPCError.internalError("The disk is gone.")
    default: throw ResourceProblem.notFound(uri: uri)
    }
  }
}
