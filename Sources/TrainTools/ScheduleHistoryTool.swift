package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingAnswers
internal import TrainingModel
package import TrainingService

/// `schedule_history`: every occurrence that came due, and what became of it.
package struct ScheduleHistoryTool: Tool {
  package let definition: ToolDefinition
  private let registry: RunRegistry

  package init(registry: RunRegistry) {
    self.registry = registry
    definition = ToolSchema.definition(
      name: "schedule_history", input: .scheduleHistoryInput, output: .scheduleHistoryOutput,
      annotations: .init(readOnly: true, destructive: false, idempotent: true, openWorld: false))
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    let arguments = Arguments(arguments)
    let id = arguments.string("schedule_id") ?? ""
    do {
      let picture = try await registry.schedule(id)
      return try await AnswerBudget.page(of: arguments.integer("limit") ?? 20) { limit in
        let list = try await registry.history(
          of: id,
          ExecutionList.Query(
            status: arguments.string("status").flatMap(ExecutionStatus.init), limit: limit,
            cursor: arguments.string("cursor")))
        return result(list, of: picture)
      }
    } catch let error as ServiceError {
      throw error.failure(of: definition)
    }
  }

  private func result(_ list: ExecutionList, of picture: SchedulePicture) -> ToolResult {
    let zone = picture.zone ?? .utc
    let next = NextStep.after(list, of: picture)
    var object: JSONObject = [
      "schedule_id": .string(picture.schedule.id.rawValue),
      "executions": .array(list.executions.map { .object($0.json(in: zone)) }),
    ]
    object.append("next_cursor", ifKnown: list.nextCursor.map(JSONValue.string))
    object.append("next", .string(next))
    let first =
      list.executions.isEmpty
      ? "No occurrence to show of \(picture.title)." : "Occurrences of \(picture.title), newest first:"
    let lines = [first] + list.executions.flatMap { $0.textLines(in: zone) } + ["Next: \(next)"]
    return ToolResult(structuredContent: object, text: lines.joined(separator: "\n"))
  }
}
