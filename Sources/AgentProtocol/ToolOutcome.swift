/// How a call of a tool comes out.
package enum ToolOutcome: Hashable, Sendable {
  case result(ToolResult)
  /// The work goes on; only for a caller that takes tasks (`CallContext.takesTasks`), and only when the task store
  /// knows the task for good.
  case task(TaskSnapshot)
}
