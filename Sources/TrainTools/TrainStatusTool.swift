package import AgentProtocol
internal import EmbeddedFiles
package import JSON
internal import TrainingAnswers
package import TrainingService

/// `train_status`: everything about runs that exist.
package struct TrainStatusTool: Tool {
  /// What is to be done.
  enum Action: String, CaseIterable {
    case status, logs, metrics, kill, list, wait, events

    /// The arguments that mean something with it, besides `action`.
    var arguments: Set<String> {
      switch self {
      case .status: ["process_id"]
      case .logs: ["process_id", "tail", "offset", "max_bytes", "match", "raw"]
      case .metrics: ["process_id", "names", "since", "max_points"]
      case .kill: ["process_id", "grace", "confirm"]
      case .list: ["status", "tag", "limit", "cursor"]
      case .wait: ["process_id", "process_ids", "timeout", "until"]
      case .events: ["cursor", "limit", "process_id", "schedule_id", "kinds"]
      }
    }
  }

  /// Runs on one page of a list.
  private static let mostRuns = 100

  package let definition: ToolDefinition
  let registry: RunRegistry

  package init(registry: RunRegistry) {
    self.registry = registry
    definition = ToolSchema.definition(
      name: "train_status", input: .trainStatusInput, output: .trainStatusOutput,
      annotations: .init(readOnly: false, destructive: true, idempotent: true, openWorld: false))
  }

  package func problems(with arguments: JSONObject) -> [ArgumentProblem] {
    guard let action = Action(rawValue: arguments["action"]?.string ?? Action.status.rawValue) else {
      return []  // the schema has said so
    }
    var problems: [ArgumentProblem] = []
    let own = action.arguments
    for name in arguments.names where name != "action" && !own.contains(name) {
      let users = Action.allCases.filter { $0.arguments.contains(name) }.map(\.rawValue)
      if users.isEmpty { continue }  // no argument at all, as the schema has said
      problems.append(
        ArgumentProblem(
          name, "means nothing with action \(action.rawValue), only with \(users.joined(separator: ", "))"))
    }
    if action == .wait {
      if (arguments["process_id"] == nil) == (arguments["process_ids"] == nil) {
        problems.append(ArgumentProblem("process_id", "wait needs either process_id or process_ids"))
      }
    } else if action != .list, action != .events, arguments["process_id"] == nil {
      problems.append(
        ArgumentProblem("process_id", "is required by action \(action.rawValue); action list shows the runs"))
    }
    if action == .logs, arguments["tail"] != nil, arguments["offset"] != nil {
      problems.append(ArgumentProblem("tail", "excludes offset: give one of them"))
    }
    if action == .list, let limit = arguments["limit"]?.integer, limit > Self.mostRuns {
      problems.append(ArgumentProblem("limit", "must be at most \(Self.mostRuns) with action list"))
    }
    return problems
  }

  package func call(_ arguments: JSONObject, context: CallContext) async throws -> ToolResult {
    let arguments = Arguments(arguments)
    let id = arguments.string("process_id") ?? ""
    do {
      switch Action(rawValue: arguments.string("action") ?? "") ?? .status {
      case .status:
        let picture = try await registry.picture(of: id)
        return ToolResult(structuredContent: picture.json, text: picture.text())
      case .logs: return try await logs(of: id, arguments)
      case .metrics: return try await metrics(of: id, arguments)
      case .kill: return try await kill(id, grace: arguments.double("grace"), context)
      case .list: return try await list(arguments)
      case .events: return try await events(arguments)
      case .wait: return try await wait(arguments.strings("process_ids") ?? [id], arguments, context)
      }
    } catch let error as ServiceError {
      throw error.toolFailure
    }
  }
}
