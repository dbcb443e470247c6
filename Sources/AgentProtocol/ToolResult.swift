package import JSON

/// What a tool answers.
package struct ToolResult: Hashable, Sendable {
  /// The answer as data, by the tool's output schema.
  package let structuredContent: JSONObject
  /// The answer as a model reads it best.
  package let text: String
  /// Whether it tells of a failure that the model can do something about.
  package let isError: Bool

  /// - Parameter text: the middle of one that no host would show whole is left out.
  package init(structuredContent: JSONObject, text: String, isError: Bool = false) {
    self.structuredContent = structuredContent
    self.text = AnswerBudget.cut(text, to: isError ? AnswerBudget.errorText : AnswerBudget.text)
    self.isError = isError
  }

  /// The `CallToolResult` of a revision.
  ///
  /// Revisions without structured results get the data as a second text, so that programs have it too.
  func json(for revision: ProtocolRevision) -> JSONObject {
    let data = JSONValue.object(structuredContent)
    var content: [JSONValue] = [["type": "text", "text": .string(text)]]
    if !revision.hasStructuredContent {
      content.append(["type": "text", "text": .string(JSONWriter.text(data))])
    }
    var result: JSONObject = ["content": .array(content)]
    if revision.hasStructuredContent { result.append("structuredContent", data) }
    result.append("isError", .bool(isError))
    return result
  }
}
