package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingAnswers
internal import TrainingModel
package import TrainingService

/// `schedule_delete`: the schedule and its history go; runs stay.
package struct ScheduleDeleteTool: Tool {
  package let definition: ToolDefinition
  private let registry: RunRegistry

  package init(registry: RunRegistry) {
    self.registry = registry
    definition = ToolSchema.definition(
      name: "schedule_delete", input: .scheduleDeleteInput, output: .scheduleDeleteOutput,
      annotations: .init(readOnly: false, destructive: true, idempotent: true, openWorld: false))
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    let deletion: ScheduleDeletion
    do {
      let schedule = try await registry.scheduleToDelete(Arguments(arguments).string("schedule_id") ?? "")
      if schedule.hasHistory, try await context.confirm(.delete(schedule)) == .declined {
        return notDeleted(schedule)
      }
      deletion = try await registry.deleteSchedule(Arguments(arguments).string("schedule_id") ?? "")
    } catch let error as ServiceError {
      throw error.failure(of: definition)
    }
    let next = NextStep.after(deletion)
    var object: JSONObject = [
      "schedule_id": .string(deletion.schedule.id.rawValue),
      "name": .string(deletion.schedule.definition.name),
      "deleted": true,
    ]
    let running = deletion.running.map(\.rawValue)
    if !running.isEmpty { object.append("running", .array(running.map(JSONValue.string))) }
    object.append("next", .string(next))
    var lines = ["Deleted: \(deletion.schedule.id) (\(deletion.schedule.definition.name)) with its history."]
    if !running.isEmpty { lines.append("Its runs go on: \(running.joined(separator: ", ")).") }
    if deletion.abandonedRetries > 0 { lines.append("The attempt that was waited for is not made.") }
    lines.append("Next: \(next)")
    return ToolResult(structuredContent: object, text: lines.joined(separator: "\n"))
  }

  /// How things stand when the user does not want it.
  private func notDeleted(_ picture: SchedulePicture) -> ToolResult {
    let next = "Leave the schedule as it is, or call schedule_pause to stop it for a while. Do not ask again."
    return ToolResult(
      structuredContent: [
        "schedule_id": .string(picture.schedule.id.rawValue),
        "name": .string(picture.schedule.definition.name),
        "deleted": false, "next": .string(next),
      ],
      text: "Nothing was done: the user does not want \(picture.schedule.id) to be deleted.\nNext: \(next)")
  }
}
