package import JSON

/// What a client is told of a tool.
package struct ToolDefinition: Sendable {
  /// Hints for the host; all four are always said, since the protocol's defaults are the gloomy ones.
  package struct Annotations: Sendable {
    package let readOnly: Bool
    package let destructive: Bool
    package let idempotent: Bool
    package let openWorld: Bool

    package init(readOnly: Bool, destructive: Bool, idempotent: Bool, openWorld: Bool) {
      self.readOnly = readOnly
      self.destructive = destructive
      self.idempotent = idempotent
      self.openWorld = openWorld
    }
  }

  package let name: String
  package let title: String
  /// Written for a model that has nothing else to go by; hosts cut it at 2 KB.
  package let description: String
  /// JSON Schema 2020-12 of the arguments.
  package let inputSchema: JSONObject
  /// JSON Schema 2020-12 of `structuredContent`, of failures too.
  package let outputSchema: JSONObject
  package let annotations: Annotations

  /// Takes name, title and description from the root of the input schema, so that one file holds all that a
  /// model reads.
  package init(
    name: String, inputSchema: JSONObject, outputSchema: JSONObject, annotations: Annotations
  ) {
    self.name = name
    title = inputSchema["title"]?.string ?? name
    description = inputSchema["description"]?.string ?? ""
    var served = inputSchema
    served["title"] = nil
    served["description"] = nil
    self.inputSchema = served
    self.outputSchema = outputSchema
    self.annotations = annotations
  }

  /// The `Tool` object of a revision, without what that revision does not know.
  func json(for revision: ProtocolRevision, icons: [Icon]) -> JSONValue {
    var object: JSONObject = ["name": .string(name)]
    if revision.hasStructuredContent { object.append("title", .string(title)) }
    object.append("description", .string(description))
    object.append("inputSchema", .object(inputSchema))
    if revision.hasStructuredContent { object.append("outputSchema", .object(outputSchema)) }
    if revision.hasAnnotations {
      object.append(
        "annotations",
        [
          "title": .string(title),
          "readOnlyHint": .bool(annotations.readOnly),
          "destructiveHint": .bool(annotations.destructive),
          "idempotentHint": .bool(annotations.idempotent),
          "openWorldHint": .bool(annotations.openWorld),
        ])
    }
    Icon.append(icons, to: &object, for: revision)
    return .object(object)
  }
}
