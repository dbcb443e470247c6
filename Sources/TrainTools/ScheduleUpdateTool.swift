package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingAnswers
package import TrainingService

/// `schedule_update`: another time, another command, another policy; what is not named stays.
package struct ScheduleUpdateTool: Tool {
  package let definition: ToolDefinition
  private let registry: RunRegistry
  private let surroundings: TriggerSurroundings

  package init(registry: RunRegistry, surroundings: TriggerSurroundings) {
    self.registry = registry
    self.surroundings = surroundings
    definition = ToolSchema.definition(
      name: "schedule_update", input: .scheduleUpdateInput, output: .scheduleUpdateOutput,
      annotations: .init(readOnly: false, destructive: true, idempotent: true, openWorld: true))
  }

  /// What contradicts what the schedule has already is for the service to say.
  package func problems(with arguments: JSONObject) -> [ArgumentProblem] {
    guard arguments.names.contains(where: { $0 != "schedule_id" }) else {
      return [ArgumentProblem("(arguments)", "say nothing that is to change; give it beside schedule_id")]
    }
    let arguments = ScheduleArguments(arguments)
    return (arguments.trigger(surroundings)?.problems ?? []) + arguments.startProblems
      + arguments.globProblems + arguments.followUpProblems
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    let id = Arguments(arguments).string("schedule_id") ?? ""
    let arguments = ScheduleArguments(arguments)
    do {
      let changes = arguments.changes(arguments.trigger(surroundings)?.specification)
      let picture = try await registry.updateSchedule(id, changes)
      return picture.result(
        saying: "Changed.", next: NextStep.afterChange(of: picture, hasNewTrigger: changes.trigger != nil))
    } catch let error as ServiceError {
      throw error.failure(of: definition)
    }
  }
}
