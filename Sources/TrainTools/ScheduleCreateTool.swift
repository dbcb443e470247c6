package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingAnswers
package import TrainingService

/// `schedule_create`: trainings that start by themselves.
package struct ScheduleCreateTool: Tool {
  package let definition: ToolDefinition
  private let registry: RunRegistry
  private let surroundings: TriggerSurroundings

  package init(registry: RunRegistry, surroundings: TriggerSurroundings) {
    self.registry = registry
    self.surroundings = surroundings
    definition = ToolSchema.definition(
      name: "schedule_create", input: .scheduleCreateInput, output: .scheduleCreateOutput,
      annotations: .init(readOnly: false, destructive: false, idempotent: false, openWorld: true))
  }

  package func problems(with arguments: JSONObject) -> [ArgumentProblem] {
    let arguments = ScheduleArguments(arguments)
    var trigger = arguments.trigger(surroundings)
    trigger?.check(createdAt: surroundings.now, policy: arguments.policy)
    return (trigger?.problems ?? []) + arguments.startProblems + arguments.trainingProblems
      + arguments.followUpProblems
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    let arguments = ScheduleArguments(arguments)
    guard let trigger = arguments.trigger(surroundings)?.specification, let start = arguments.start else {
      preconditionFailure("schedule_create was called with arguments that its schema refuses")
    }
    do {
      let picture = try await registry.createSchedule(arguments.definition(trigger, start))
      return picture.result(saying: "Created.", next: NextStep.afterCreation(of: picture))
    } catch let error as ServiceError {
      throw error.failure(of: definition)
    }
  }
}
