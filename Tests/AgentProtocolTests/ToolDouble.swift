import AgentProtocol
import JSON

/// A tool that does what the test says.
struct ToolDouble: Tool {
  let definition: ToolDefinition
  var extraProblems: [ArgumentProblem] = []
  var body: @Sendable (JSONObject, CallContext) async throws -> ToolResult

  init(
    _ name: String = "echo", schema: JSONObject = Self.anyObject,
    body: @escaping @Sendable (JSONObject, CallContext) async throws -> ToolResult = { arguments, _ in
      ToolResult(structuredContent: ["got": .object(arguments)], text: "Got it.")
    }
  ) {
    definition = ToolDefinition(
      name: name, inputSchema: schema, outputSchema: ["type": "object"],
      annotations: ToolDefinition.Annotations(
        readOnly: true, destructive: false, idempotent: true, openWorld: false))
    self.body = body
  }

  static let anyObject: JSONObject = ["title": "Echo", "description": "Says it again.", "type": "object"]

  func problems(with arguments: JSONObject) -> [ArgumentProblem] { extraProblems }

  func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    try await body(arguments, context)
  }

  /// One that answers only when the gate is open.
  static func waiting(_ name: String = "wait", at gate: Gate) -> ToolDouble {
    ToolDouble(name) { _, _ in
      try await gate.pass()
      return ToolResult(structuredContent: ["passed": true], text: "Passed.")
    }
  }
}
