package import JSON
package import Scheduling
internal import TrainingModel

extension FinishOutcome {
  /// Reads what `json` wrote; nil when it is anything else.
  package init?(json: JSONValue) {
    guard let endedAt = json["ended_at"]?.timestamp else { return nil }
    if let code = json["exit_code"]?.integer {
      self.init(.exited(code: Int32(truncatingIfNeeded: code)), endedAt: endedAt)
    } else if let signal = json["signal"]?.string {
      self.init(.signalled(signal), endedAt: endedAt)
    } else if let error = json["error"]?.string {
      self.init(.error(error), endedAt: endedAt)
    } else {
      return nil
    }
  }

  /// The outcome as it is kept and handed over.
  package var json: JSONValue {
    switch result {
    case .exited(let code): ["exit_code": .integer(Int64(code)), "ended_at": endedAt.json]
    case .signalled(let name): ["signal": .string(name), "ended_at": endedAt.json]
    case .error(let message): ["error": .string(message), "ended_at": endedAt.json]
    }
  }
}
