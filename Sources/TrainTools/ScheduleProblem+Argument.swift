internal import AgentProtocol
internal import Scheduling

extension ScheduleProblem {
  /// The problem as one of an argument; nil for what the schema has said already.
  var argumentProblem: ArgumentProblem? { kind == .outOfRange ? nil : anyArgumentProblem }

  /// The problem as one of an argument, whatever it is.
  var anyArgumentProblem: ArgumentProblem {
    ArgumentProblem(
      Self.membersOfTrigger.contains(argument) ? "trigger.\(argument)" : argument, "\(message); \(hint)")
  }

  private static let membersOfTrigger: Set<String> = [
    "run_at", "interval_seconds", "cron_expression", "timezone", "start_at", "end_at", "jitter_s",
  ]
}
