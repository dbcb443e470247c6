import AgentProtocol
import JSON

/// A tool that answers with a task whom it may, and others with a result; or, to be found out, everybody with a task.
struct TaskToolDouble: Tool {
  let definition = ToolDouble("slow").definition
  var isBold = false
  var onCall: @Sendable (CallContext) -> Void = { _ in }

  func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    ToolResult(structuredContent: ["done": true], text: "Done.")
  }

  func outcome(of arguments: JSONObject, context: CallContext) async throws -> ToolOutcome {
    onCall(context)
    if context.takesTasks || isBold { return .task(.example("t-1")) }
    return .result(try await call(arguments, context: context))
  }
}
