internal import JSON

/// A small picture for user interfaces (`Icon` of the published schemas, since 2025-11-25).
package struct Icon: Hashable, Sendable {
  /// A `data:` or `https:` URI.
  package let source: String
  package let mimeType: String
  /// Such as `48x48`.
  package let size: String

  package init(source: String, mimeType: String, size: String) {
    self.source = source
    self.mimeType = mimeType
    self.size = size
  }

  /// Adds icons to an object where its revision knows them and there are any.
  static func append(_ icons: [Icon], to object: inout JSONObject, for revision: ProtocolRevision) {
    guard revision.hasIcons, !icons.isEmpty else { return }
    object.append("icons", .array(icons.map(\.json)))
  }

  private var json: JSONValue {
    ["src": .string(source), "mimeType": .string(mimeType), "sizes": [.string(size)]]
  }
}
