internal import JSON

/// What a client is told of a prompt.
package struct PromptDefinition: Hashable, Sendable {
  /// Something that the prompt is told; always a text.
  package struct Argument: Hashable, Sendable {
    package let name: String
    package let description: String
    package let isRequired: Bool

    package init(name: String, description: String, isRequired: Bool) {
      self.name = name
      self.description = description
      self.isRequired = isRequired
    }

    fileprivate var json: JSONValue {
      ["name": .string(name), "description": .string(description), "required": .bool(isRequired)]
    }
  }

  /// The name by which it is asked for; hosts show it as a command.
  package let name: String
  package let title: String
  package let description: String
  package let arguments: [Argument]

  package init(name: String, title: String, description: String, arguments: [Argument]) {
    self.name = name
    self.title = title
    self.description = description
    self.arguments = arguments
  }

  /// The `Prompt` object of a revision, without what that revision does not know.
  func json(for revision: ProtocolRevision, icons: [Icon]) -> JSONValue {
    var object: JSONObject = ["name": .string(name)]
    if revision.hasTitles { object.append("title", .string(title)) }
    object.append("description", .string(description))
    if !arguments.isEmpty { object.append("arguments", .array(arguments.map(\.json))) }
    Icon.append(icons, to: &object, for: revision)
    return .object(object)
  }
}
