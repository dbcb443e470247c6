package import JSON

/// What a tool answered, as an agent gets it.
package struct ToolAnswer: Hashable, Sendable {
  package let structuredContent: JSONObject
  /// What the model reads.
  package let text: String
  package let isError: Bool

  /// - Parameter result: of a `tools/call`.
  package init(result: JSONObject) {
    structuredContent = result["structuredContent"]?.object ?? [:]
    text = (result["content"]?.array ?? []).compactMap { $0["text"]?.string }.joined(separator: "\n")
    isError = result["isError"]?.bool ?? false
  }

  package subscript(name: String) -> JSONValue? { structuredContent[name] }
}
