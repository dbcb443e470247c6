internal import JSON

/// How the server introduces itself.
package struct ServerIdentity: Sendable {
  package let name: String
  package let title: String
  package let version: String
  /// What every model should know before it calls a tool; hosts cut it at 2 KB.
  package let instructions: String

  package init(name: String, title: String, version: String, instructions: String) {
    self.name = name
    self.title = title
    self.version = version
    self.instructions = instructions
  }

  /// The `Implementation` object of a revision.
  func implementation(for revision: ProtocolRevision) -> JSONValue {
    var object: JSONObject = ["name": .string(name)]
    if revision.hasStructuredContent { object.append("title", .string(title)) }
    object.append("version", .string(version))
    return .object(object)
  }
}
