package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import Scheduling
internal import TrainingModel
package import TrainingService

/// `train_start`: starts a run and answers with the verdict on its start-up.
package struct TrainStartTool: Tool {
  /// Seconds that a call waits when its caller is not told of progress: most clients give up at 60.
  private static let longestSilentWait = 45.0

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
    let seconds = Self.seconds(toWait: arguments, hasProgress: context.progress != nil)
    do {
      let id = try await registry.start(request(arguments, context))
      let picture = try await registry.waitForStartup(
        of: id, seconds: seconds, onBeat: ProgressMessage.beat(context.progress, total: seconds))
      context.log?.note(picture, by: definition.name)
      return try await StartResult.of(picture, in: registry)
    } catch let error as ServiceError {
      throw error.toolFailure
    }
  }

  /// Answers with a task as soon as the command runs; with a result where it did not come so far.
  package func outcome(of arguments: JSONObject, context: CallContext) async throws -> ToolOutcome {
    guard context.takesTasks else { return .result(try await call(arguments, context: context)) }
    do {
      let id = try await registry.start(request(arguments, context))
      let picture = try await registry.waitForStartup(of: id, seconds: 0)
      // A task is a promise that outlives a power cut.
      guard !picture.status.isEnded, await registry.settle(id) else {
        return .result(try await StartResult.of(picture, in: registry))
      }
      return .task(try await RunTasks.snapshot(of: picture, in: registry))
    } catch let error as ServiceError {
      throw error.toolFailure
    }
  }

  /// Seconds that a call waits for the verdict.
  static func seconds(toWait arguments: JSONObject, hasProgress: Bool) -> Double {
    let longest = hasProgress ? StartArguments(arguments).training.startupTimeout : longestSilentWait
    return min(Arguments(arguments).double("wait") ?? longestSilentWait, longest)
  }

  private func request(_ arguments: JSONObject, _ context: CallContext) -> StartRequest {
    let training = StartArguments(arguments).training
    let arguments = Arguments(arguments)
    return StartRequest(
      training, detach: arguments.bool("detach") ?? false,
      idempotencyKey: arguments.string("idempotency_key"), trace: TraceContext(context.trace))
  }
}
