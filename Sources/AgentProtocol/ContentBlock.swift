internal import JSON

/// A piece of what a model reads (`ContentBlock` of the published schemas).
package enum ContentBlock: Hashable, Sendable {
  case text(String)
  /// A resource with its text, so that nobody needs to read it.
  case resource(uri: String, mimeType: String, text: String)

  /// The block, the same in every revision.
  var json: JSONValue {
    switch self {
    case .text(let text): ["type": "text", "text": .string(text)]
    case .resource(let uri, let mimeType, let text):
      [
        "type": "resource",
        "resource": ["uri": .string(uri), "mimeType": .string(mimeType), "text": .string(text)],
      ]
    }
  }
}
