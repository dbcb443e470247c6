package import JSON

/// What a resource holds, as text.
package struct ResourceContents: Hashable, Sendable {
  package let mimeType: String
  package let text: String
  /// What else is to be said of it, under names of our own; nil when that is nothing.
  package let meta: JSONObject?

  package init(mimeType: String, text: String, meta: JSONObject? = nil) {
    self.mimeType = mimeType
    self.text = text
    self.meta = meta
  }

  /// The `TextResourceContents` object of a revision, without what that revision does not know.
  ///
  /// - Parameter uri: as the client wrote it.
  func json(uri: String, for revision: ProtocolRevision) -> JSONValue {
    var object: JSONObject = [
      "uri": .string(uri), "mimeType": .string(mimeType), "text": .string(text),
    ]
    if revision.hasTitles { object.append("_meta", ifKnown: meta.map(JSONValue.object)) }
    return .object(object)
  }
}
