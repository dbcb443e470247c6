internal import AgentProtocol
internal import JSON
internal import TrainingAnswers
internal import TrainingModel
internal import TrainingService

/// What `train_start` answers of a run, at its start or, where that went on as a task, at its end.
enum StartResult {
  private static let lastLines = 20

  /// - Throws: `ServiceError` when the log of a run that failed cannot be looked at.
  static func of(_ picture: RunPicture, in registry: RunRegistry) async throws -> ToolResult {
    let verdict = StartVerdict(picture)
    let lines = verdict == .error ? try await registry.lastLines(lastLines, of: picture.id) : []
    var object: JSONObject = [
      "status": .string(verdict.rawValue), "process_id": .string(picture.id.rawValue),
    ]
    picture.appendStatus(to: &object)
    object.append("pid", ifKnown: picture.process.map { .integer(Int64($0.identity.pid)) })
    object.append("started_after_s", ifKnown: picture.startedAfter.map { .number($0.toMilliseconds) })
    picture.appendOutcome(to: &object)
    if !lines.isEmpty { object.append("last_lines", .array(lines.map(JSONValue.string))) }
    object.append("log", ["path": .string(picture.logPath), "size": .integer(picture.logSize)])
    object.append("next", .string(NextStep.after(picture)))
    // `phase` is in the picture of train_status; here the verdict says it.
    object["phase"] = nil
    let text = "\(verdict.rawValue): \(picture.text(lastLines: lines))"
    return ToolResult(structuredContent: object, text: text, isError: verdict == .error)
  }
}
