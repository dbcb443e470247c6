internal import AgentProtocol
internal import JSON
internal import TrainingAnswers
internal import TrainingService

extension TrainStatusTool {
  func wait(
    _ ids: [String], _ arguments: Arguments, _ context: CallContext
  ) async throws -> ToolResult {
    let seconds = arguments.double("timeout") ?? 45
    let goal = WaitGoal(rawValue: arguments.string("until") ?? "") ?? .change
    let outcome = try await registry.wait(
      for: goal, on: ids, seconds: seconds, onBeat: ProgressMessage.beat(context.progress, total: seconds))
    if outcome.hasChanged { context.log?.note(outcome.picture, by: definition.name) }
    var object = outcome.picture.json
    object.append("changed", .bool(outcome.hasChanged))
    object.append("timed_out", .bool(outcome.hasTimedOut))
    let prefix = outcome.hasTimedOut ? "Nothing changed within the timeout.\n" : ""
    return ToolResult(structuredContent: object, text: prefix + outcome.picture.text())
  }
}
