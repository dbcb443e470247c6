package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingModel

/// `schedule_preview`: when a trigger would come due; touches nothing.
package struct SchedulePreviewTool: Tool {
  package let definition: ToolDefinition
  private let surroundings: TriggerSurroundings

  package init(surroundings: TriggerSurroundings) {
    self.surroundings = surroundings
    definition = ToolSchema.definition(
      name: "schedule_preview", input: .schedulePreviewInput, output: .schedulePreviewOutput,
      annotations: .init(readOnly: true, destructive: false, idempotent: true, openWorld: false))
  }

  package func problems(with arguments: JSONObject) -> [ArgumentProblem] {
    reading(of: arguments, at: surroundings.now).0.problems
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    let now = surroundings.now
    let (reading, after) = reading(of: arguments, at: now)
    guard let trigger = reading.trigger else {
      // The clock went on between the check and the call, past the only time that was left.
      throw ToolFailure.invalidArguments(tool: definition.name, reading.problems)
    }
    let count = Arguments(arguments).integer("count") ?? 5
    let zone = trigger.zone
    let times = trigger.timetable.occurrences(
      after: after, through: Timestamp(nanoseconds: .max), limit: count
    )
    .map { $0.rfc3339(in: zone) }
    let step = Self.nextStep(hasTimes: !times.isEmpty, hasWarnings: !trigger.warnings.isEmpty)
    var object: JSONObject = [
      "next": .array(times.map(JSONValue.string)), "timezone": .string(zone.name),
    ]
    if !trigger.warnings.isEmpty { object.append("warnings", .array(trigger.warnings.map(JSONValue.string))) }
    object.append("next_step", .string(step))
    var lines = [
      times.isEmpty
        ? "The trigger comes due at no time after \(after.rfc3339(in: zone)) (\(zone.name))."
        : "The trigger comes due (\(zone.name)) at:"
    ]
    lines += times.map { "  \($0)" }
    if !times.isEmpty, times.count < count { lines.append("These are all.") }
    if let jitter = trigger.timetable.jitter?.seconds, jitter > 0 {
      lines.append("Each start may come up to \(jitter) s later (jitter_s).")
    }
    lines += trigger.warnings.map { "Warning: \($0)." }
    lines.append("Next: \(step)")
    return ToolResult(structuredContent: object, text: lines.joined(separator: "\n"))
  }

  /// The trigger, and the time after which its occurrences are asked for.
  ///
  /// Without `after`, what a creation now would refuse is refused here.
  private func reading(of arguments: JSONObject, at now: Timestamp) -> (TriggerReading, after: Timestamp) {
    let trigger = arguments["trigger"]?.object ?? [:]
    var reading = TriggerReading(trigger, zones: surroundings.zones, setAt: now)
    guard let text = arguments["after"]?.string else {
      reading.check(createdAt: now)
      return (reading, now)
    }
    // It is read in the zone of the trigger, and where an interval begins depends on it.
    guard let after = reading.time(text, "after") else { return (reading, now) }
    reading = TriggerReading(trigger, zones: surroundings.zones, setAt: after)
    reading.check(createdAt: nil)
    return (reading, after)
  }

  private static func nextStep(hasTimes: Bool, hasWarnings: Bool) -> String {
    guard hasTimes else { return "Choose another trigger, or an earlier time for after." }
    return hasWarnings
      ? "Tell the user the times and the warnings, and ask whether this is meant, before you call schedule_create."
      : "Show the user these times; when they are what is wanted, call schedule_create with this trigger."
  }
}
