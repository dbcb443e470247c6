internal import JSON

/// A kind of resources whose URIs are made from parameters.
package struct ResourceTemplate: Hashable, Sendable {
  /// RFC 6570.
  package let uriTemplate: String
  package let name: String
  /// For people.
  package let title: String
  package let description: String
  package let mimeType: String

  package init(uriTemplate: String, name: String, title: String, description: String, mimeType: String) {
    self.uriTemplate = uriTemplate
    self.name = name
    self.title = title
    self.description = description
    self.mimeType = mimeType
  }

  /// The `ResourceTemplate` object of a revision, without what that revision does not know.
  func json(for revision: ProtocolRevision) -> JSONValue {
    var object: JSONObject = ["uriTemplate": .string(uriTemplate), "name": .string(name)]
    if revision.hasTitles { object.append("title", .string(title)) }
    object.append("description", .string(description))
    object.append("mimeType", .string(mimeType))
    return .object(object)
  }
}
