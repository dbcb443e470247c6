internal import AgentProtocol
internal import JSON
internal import TrainingAnswers
internal import TrainingService

extension TrainStatusTool {
  func events(_ arguments: Arguments) async throws -> ToolResult {
    try await AnswerBudget.page(of: arguments.integer("limit") ?? 20) { limit in
      let feed = try await registry.events(
        EventFeed.Query(
          cursor: arguments.string("cursor"), limit: limit, run: arguments.string("process_id"),
          schedule: arguments.string("schedule_id"),
          kinds: Set((arguments.strings("kinds") ?? []).compactMap(EventFeed.Kind.init))))
      return ToolResult(structuredContent: feed.json, text: feed.text)
    }
  }
}
