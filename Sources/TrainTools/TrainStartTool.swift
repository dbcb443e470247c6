package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingAnswers
internal import TrainingModel
package import TrainingService

/// `train_start`: starts a run and answers with the verdict on its start-up.
package struct TrainStartTool: Tool {
  /// Seconds that a call waits when its caller is not told of progress: most clients give up at 60.
  private static let longestSilentWait = 45.0
  private static let lastLines = 20

  package let definition: ToolDefinition
  private let registry: RunRegistry

  package init(registry: RunRegistry) {
    self.registry = registry
    definition = ToolSchema.definition(
      name: "train_start", input: .trainStartInput, output: .trainStartOutput,
      annotations: .init(readOnly: false, destructive: false, idempotent: false, openWorld: true))
  }

  package func problems(with arguments: JSONObject) -> [ArgumentProblem] {
    StartArguments(arguments).problems
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    let training = StartArguments(arguments).training
    let arguments = Arguments(arguments)
    let request = StartRequest(
      training, detach: arguments.bool("detach") ?? false,
      idempotencyKey: arguments.string("idempotency_key"), trace: TraceContext(context.trace))
    let longest = context.progress == nil ? Self.longestSilentWait : training.startupTimeout
    let seconds = min(arguments.double("wait") ?? Self.longestSilentWait, longest)
    do {
      let id = try await registry.start(request)
      let picture = try await registry.waitForStartup(
        of: id, seconds: seconds, onBeat: ProgressMessage.beat(context.progress, total: seconds))
      let verdict = StartVerdict(picture)
      context.log?.note(picture, by: definition.name)
      let lines = verdict == .error ? try await registry.lastLines(Self.lastLines, of: id) : []
      return result(verdict, picture, lastLines: lines)
    } catch let error as ServiceError {
      throw error.toolFailure
    }
  }

  private func result(_ verdict: StartVerdict, _ picture: RunPicture, lastLines: [String]) -> ToolResult {
    var object: JSONObject = [
      "status": .string(verdict.rawValue), "process_id": .string(picture.id.rawValue),
    ]
    picture.appendStatus(to: &object)
    object.append("pid", ifKnown: picture.process.map { .integer(Int64($0.identity.pid)) })
    object.append("started_after_s", ifKnown: picture.startedAfter.map { .number($0.toMilliseconds) })
    picture.appendOutcome(to: &object)
    if !lastLines.isEmpty { object.append("last_lines", .array(lastLines.map(JSONValue.string))) }
    object.append("log", ["path": .string(picture.logPath), "size": .integer(picture.logSize)])
    object.append("next", .string(NextStep.after(picture)))
    // `phase` is in the picture of train_status; here the verdict says it.
    object["phase"] = nil
    let text = "\(verdict.rawValue): \(picture.text(lastLines: lastLines))"
    return ToolResult(structuredContent: object, text: text, isError: verdict == .error)
  }
}
