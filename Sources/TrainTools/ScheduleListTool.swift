package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingAnswers
package import TrainingService

/// `schedule_list`: the schedules there are, or all about one.
package struct ScheduleListTool: Tool {
  package let definition: ToolDefinition
  private let registry: RunRegistry

  package init(registry: RunRegistry) {
    self.registry = registry
    definition = ToolSchema.definition(
      name: "schedule_list", input: .scheduleListInput, output: .scheduleListOutput,
      annotations: .init(readOnly: true, destructive: false, idempotent: true, openWorld: false))
  }

  package func problems(with arguments: JSONObject) -> [ArgumentProblem] {
    guard arguments["schedule_id"] != nil else { return [] }
    return ["status", "name", "limit", "cursor"].filter { arguments[$0] != nil }.map {
      ArgumentProblem($0, "means nothing together with schedule_id, which asks for one schedule")
    }
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    let arguments = Arguments(arguments)
    do {
      if let id = arguments.string("schedule_id") {
        let picture = try await registry.schedule(id)
        return picture.result(next: NextStep.after(picture))
      }
      return try await AnswerBudget.page(of: arguments.integer("limit") ?? 20) { limit in
        result(
          try await registry.schedules(
            ScheduleList.Query(
              status: arguments.string("status").flatMap(ScheduleStatus.init), name: arguments.string("name"),
              limit: limit, cursor: arguments.string("cursor"))))
      }
    } catch let error as ServiceError {
      throw error.failure(of: definition)
    }
  }

  private func result(_ list: ScheduleList) -> ToolResult {
    let next = NextStep.after(list)
    let counts = ScheduleStatus.allCases.compactMap { status in
      list.counts[status].map { (status.rawValue, $0) }
    }
    var object: JSONObject = [
      "schedules": .array(list.schedules.map { .object($0.shortJSON) }),
      "counts": .object(JSONObject(counts.map { ($0.0, .integer(Int64($0.1))) })),
    ]
    object.append("next_cursor", ifKnown: list.nextCursor.map(JSONValue.string))
    object.append("next", .string(next))
    let total = counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    let lines =
      [total.isEmpty ? "There are no schedules." : "Schedules: \(total)."] + list.schedules.map(\.listLine)
      + ["Next: \(next)"]
    return ToolResult(structuredContent: object, text: lines.joined(separator: "\n"))
  }
}
