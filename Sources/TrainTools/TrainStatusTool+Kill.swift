internal import AgentProtocol
internal import JSON
internal import TrainingAnswers
internal import TrainingService

extension TrainStatusTool {
  /// Seconds after which a kill answers although processes are left; their supervisor goes on.
  private static let longestWait = 45.0

  func kill(_ id: String, grace: Double?, _ context: CallContext) async throws -> ToolResult {
    let stop = try await registry.requestStop(of: id, grace: grace)
    let picture = try await registry.waitForEnd(
      of: stop.id, seconds: Self.longestWait,
      onBeat: ProgressMessage.beat(context.progress, total: Self.longestWait))
    var object = picture.json
    object.append("already_ended", .bool(stop.hadEnded))
    let prefix = stop.hadEnded ? "Nothing was done: the run had ended before.\n" : ""
    return ToolResult(structuredContent: object, text: prefix + picture.text())
  }
}
