package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import TrainingAnswers
package import TrainingService

/// `schedule_resume`: a paused schedule goes on with its next occurrence.
package struct ScheduleResumeTool: Tool {
  package let definition: ToolDefinition
  private let registry: RunRegistry

  package init(registry: RunRegistry) {
    self.registry = registry
    definition = ToolSchema.definition(
      name: "schedule_resume", input: .scheduleResumeInput, output: .scheduleResumeOutput,
      annotations: .init(readOnly: false, destructive: false, idempotent: true, openWorld: false))
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    do {
      let picture = try await registry.resumeSchedule(Arguments(arguments).string("schedule_id") ?? "")
      return picture.result(
        saying: "Resumed. What came due during the pause is not made up.", next: NextStep.after(picture))
    } catch let error as ServiceError {
      throw error.failure(of: definition)
    }
  }
}
