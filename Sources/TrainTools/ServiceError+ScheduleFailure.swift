internal import AgentProtocol
internal import Scheduling
internal import TrainingService

extension ServiceError {
  /// The error as the caller of a schedule tool is told it: what is wrong with a schedule is wrong with arguments.
  func failure(of definition: ToolDefinition) -> ToolFailure {
    guard case .badSchedule(let found) = self else { return toolFailure }
    return .invalidArguments(tool: definition.name, found.problems.map(\.anyArgumentProblem))
  }
}
