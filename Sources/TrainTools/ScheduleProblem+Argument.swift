internal import AgentProtocol
internal import Scheduling

extension ScheduleProblem {
  /// The problem as one of an argument; nil for what the schema has said already.
  var argumentProblem: ArgumentProblem? {
    guard kind != .outOfRange else { return nil }
    let path = Self.membersOfTrigger.contains(argument) ? "trigger.\(argument)" : argument
    return ArgumentProblem(path, "\(message); \(hint)")
  }

  private static let membersOfTrigger: Set<String> = ["run_at", "start_at", "end_at", "jitter_s"]
}
