package import JSON

/// What a client says it can do (`ClientCapabilities` of the published schemas).
package struct ClientCapabilities: Hashable, Sendable {
  private let object: JSONObject

  package init(_ object: JSONObject = [:]) { self.object = object }

  /// Whether the client shows forms to its user; an empty object means forms, for older clients know nothing else.
  package var elicitsForms: Bool {
    guard let elicitation = object["elicitation"]?.object else { return false }
    return elicitation.members.isEmpty || elicitation["form"] != nil
  }

  /// Whether it declares an extension, by its whole name.
  package func declares(extension name: String) -> Bool { object["extensions"]?[name]?.object != nil }
}
