package import JSON

/// Something that a model can call.
package protocol Tool: Sendable {
  /// What the client is told of it.
  var definition: ToolDefinition { get }

  /// What is wrong with arguments beyond their schema, such as two that exclude each other. They may not have
  /// passed the schema.
  func problems(with arguments: JSONObject) -> [ArgumentProblem]

  /// Does it. The arguments have passed the input schema and `problems`.
  ///
  /// - Throws: `ToolFailure` for what the model can mend; `CancellationError` when the call was cancelled;
  ///   anything else is a fault of ours.
  func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult

  /// Does it as `call`, or begins it and answers with a task: for tools that can do both.
  func outcome(of arguments: JSONObject, context: CallContext) async throws -> ToolOutcome
}

extension Tool {
  /// Nothing: the schema says all.
  package func problems(with arguments: JSONObject) -> [ArgumentProblem] { [] }

  /// What `call` answers.
  package func outcome(of arguments: JSONObject, context: CallContext) async throws -> ToolOutcome {
    .result(try await call(arguments, context: context))
  }
}
