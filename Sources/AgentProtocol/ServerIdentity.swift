internal import JSON

/// How the server introduces itself.
package struct ServerIdentity: Sendable {
  /// Where the `_meta` of a stateless result has it.
  static let key = "io.modelcontextprotocol/serverInfo"

  package let name: String
  package let title: String
  package let version: String
  /// What every model should know before it calls a tool; hosts cut it at 2 KB.
  package let instructions: String

  /// What it is for, in a sentence for people.
  package let description: String?
  package let icons: [Icon]

  package init(
    name: String, title: String, version: String, instructions: String, description: String? = nil,
    icons: [Icon] = []
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.instructions = instructions
    self.description = description
    self.icons = icons
  }

  /// The `Implementation` object of a revision, for an introduction.
  func introduction(for revision: ProtocolRevision) -> JSONObject {
    var object = implementation(for: revision)
    if revision.hasIcons { object.append("description", ifKnown: description.map(JSONValue.string)) }
    Icon.append(icons, to: &object, for: revision)
    return object
  }

  /// The same without what only an introduction needs: stateless results all name their server.
  func implementation(for revision: ProtocolRevision) -> JSONObject {
    var object: JSONObject = ["name": .string(name)]
    if revision.hasTitles { object.append("title", .string(title)) }
    object.append("version", .string(version))
    return object
  }
}
