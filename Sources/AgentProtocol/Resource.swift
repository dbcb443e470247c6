internal import JSON

/// Something that can be read, as lists tell of it.
package struct Resource: Hashable, Sendable {
  package let uri: String
  package let name: String
  /// For people.
  package let title: String
  package let description: String
  package let mimeType: String
  /// Bytes; nil when it is made anew at each reading.
  package let size: Int64?
  /// RFC 3339; nil when nobody knows.
  package let lastModified: String?

  package init(
    uri: String, name: String, title: String, description: String, mimeType: String, size: Int64? = nil,
    lastModified: String? = nil
  ) {
    self.uri = uri
    self.name = name
    self.title = title
    self.description = description
    self.mimeType = mimeType
    self.size = size
    self.lastModified = lastModified
  }

  /// The `Resource` object of a revision, without what that revision does not know.
  func json(for revision: ProtocolRevision) -> JSONValue {
    var object: JSONObject = ["uri": .string(uri), "name": .string(name)]
    if revision.hasTitles { object.append("title", .string(title)) }
    object.append("description", .string(description))
    object.append("mimeType", .string(mimeType))
    object.append("size", ifKnown: size.map(JSONValue.integer))
    if revision.hasTitles, let lastModified {
      object.append("annotations", ["lastModified": .string(lastModified)])
    }
    return .object(object)
  }
}
