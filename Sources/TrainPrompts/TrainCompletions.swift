package import AgentProtocol
internal import Scheduling
internal import TrainingModel
package import TrainingService

/// Suggests runs, schedules, names, tags and paths, for arguments of prompts and for variables of URI templates.
package struct TrainCompletions: CompletionSource {
  /// Schedules that are looked through at most.
  private static let mostSchedules = 1_000

  private let prompts: [TrainPrompt]
  private let registry: RunRegistry

  /// - Parameter prompts: those whose arguments are filled in.
  package init(_ prompts: [TrainPrompt], registry: RunRegistry) {
    self.prompts = prompts
    self.registry = registry
  }

  package func completion(for request: CompletionRequest) async throws -> Completion? {
    switch request.reference {
    case .prompt(let name):
      guard let file = prompts.first(where: { $0.definition.name == name })?.file,
        let argument = file.arguments.first(where: { $0.name == request.argument })
      else { return nil }
      guard let kind = argument.completion else { return Completion([]) }
      let directory = file.arguments.first { $0.completion == .directory }
      return try await completion(kind, request.value, in: directory.flatMap { request.others[$0.name] })
    case .resource(let template):
      guard let variable = TrainURI.variables[template]?[request.argument] else { return nil }
      guard let kind = variable else { return Completion([]) }
      return try await completion(kind, request.value, in: nil)
    }
  }

  /// - Parameter directory: the one that the user has chosen already, for paths.
  private func completion(
    _ kind: CompletionKind, _ text: String, in directory: String?
  ) async throws -> Completion {
    do {
      switch kind {
      case .run: return try await runs(text, .newest)
      case .failedRun: return try await runs(text, .failedFirst)
      case .endedRun: return try await runs(text, .endedOnly)
      case .runName: return Completion(try await registry.names(like: text))
      case .tag: return Completion(try await registry.tags(like: text))
      case .schedule: return try await schedules(text)
      case .directory: return await paths(text, .directories, nil)
      case .script: return await paths(text, .scripts, directory)
      }
    } catch is ServiceError {
      // Tools and resources say what is wrong with the home; who is typing only misses suggestions.
      return Completion([], isWhole: false)
    }
  }

  private func runs(_ text: String, _ order: RunSuggestions.Order) async throws -> Completion {
    let found = try await registry.runs(like: text, order, limit: Completion.mostValues)
    return Completion(found.ids, total: found.total)
  }

  /// By identifier or name, newest first.
  private func schedules(_ text: String) async throws -> Completion {
    let all = try await registry.schedules(ScheduleList.Query(limit: Self.mostSchedules))
    let named = try await registry.schedules(
      ScheduleList.Query(name: text.isEmpty ? nil : text, limit: Self.mostSchedules))
    let names = Set(named.schedules.map(\.schedule.id.rawValue))
    let ids = all.schedules.map(\.schedule.id.rawValue).filter { $0.hasPrefix(text) || names.contains($0) }
    return Completion(ids, isWhole: all.nextCursor == nil)
  }

  private func paths(
    _ text: String, _ wanted: PathSuggestions.Wanted, _ directory: String?
  ) async -> Completion {
    let found = await registry.paths(like: text, wanted, in: directory)
    return Completion(found.paths, isWhole: found.isWhole)
  }
}
