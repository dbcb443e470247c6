package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingAnswers
package import TrainingService

/// `schedule_pause`: nothing of a schedule starts until it is resumed.
package struct SchedulePauseTool: Tool {
  package let definition: ToolDefinition
  private let registry: RunRegistry

  package init(registry: RunRegistry) {
    self.registry = registry
    definition = ToolSchema.definition(
      name: "schedule_pause", input: .schedulePauseInput, output: .schedulePauseOutput,
      annotations: .init(readOnly: false, destructive: false, idempotent: true, openWorld: false))
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    do {
      let picture = try await registry.pauseSchedule(Arguments(arguments).string("schedule_id") ?? "")
      let retries =
        picture.schedule.definition.policy.retry == nil ? "" : " No further attempt is made at what failed."
      return picture.result(
        saying: "Paused. A run that is under way goes on.\(retries)", next: NextStep.after(picture))
    } catch let error as ServiceError {
      throw error.failure(of: definition)
    }
  }
}
