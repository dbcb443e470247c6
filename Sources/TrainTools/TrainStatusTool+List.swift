internal import AgentProtocol
internal import JSON
internal import TrainingAnswers
internal import TrainingModel
internal import TrainingService

extension TrainStatusTool {
  func list(_ arguments: Arguments) async throws -> ToolResult {
    try await AnswerBudget.page(of: arguments.integer("limit") ?? 20) { limit in
      Self.result(
        of: try await registry.list(
          RunList.Query(
            status: arguments.string("status").flatMap(ProcessStatus.init), tag: arguments.string("tag"),
            limit: limit, cursor: arguments.string("cursor"))))
    }
  }

  private static func result(of list: RunList) -> ToolResult {
    let next = NextStep.after(list)
    let counts = ProcessStatus.allCases.compactMap { status in
      list.counts[status].map { (status.rawValue, $0) }
    }
    var object: JSONObject = [
      "processes": .array(list.runs.map { .object($0.record) }),
      "counts": .object(JSONObject(counts.map { ($0.0, .integer(Int64($0.1))) })),
    ]
    object.append("next_cursor", ifKnown: list.nextCursor.map(JSONValue.string))
    object.append("next", .string(next))
    let total = counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    let lines = [total.isEmpty ? "There are no runs." : "Runs: \(total)."] + list.runs.map(\.line)
    return ToolResult(
      structuredContent: object, text: (lines + ["Next: \(next)"]).joined(separator: "\n"))
  }
}
