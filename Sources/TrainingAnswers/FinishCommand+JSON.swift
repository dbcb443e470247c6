package import JSON
package import Scheduling
internal import TrainingService

extension FinishCommand {
  /// The command as it is shown.
  ///
  /// - Parameter start: what the schedule starts: secrets in its variables are masked here too.
  package func json(besides start: TrainingCommand) -> JSONValue {
    var shown = start
    shown.command = command
    return [
      "command": .array(shown.masked.command.map(JSONValue.string)), "timeout_s": .integer(Int64(timeout)),
    ]
  }
}

extension FinishOutcome {
  /// The outcome as `schedule_history` answers it.
  package func json(in zone: TimeZoneRules) -> JSONValue {
    let time = JSONValue.string(endedAt.rfc3339(in: zone))
    return switch result {
    case .exited(let code): ["exit_code": .integer(Int64(code)), "ended_at": time]
    case .signalled(let name): ["signal": .string(name), "ended_at": time]
    case .error(let message): ["error": .string(message), "ended_at": time]
    }
  }
}
