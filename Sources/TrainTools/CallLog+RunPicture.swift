internal import AgentProtocol
internal import JSON
internal import TrainingModel
internal import TrainingService

extension CallLog {
  /// Tells the client's log how a run stands: no command, no name and no text of the training's.
  func note(_ picture: RunPicture, by tool: String) {
    var data: JSONObject = [
      "process_id": .string(picture.id.rawValue), "process_status": .string(picture.status.rawValue),
    ]
    data.append("failureType", ifKnown: picture.errorSummary.map { .string($0.failureType.rawValue) })
    data.append("confidence", ifKnown: picture.errorSummary.map { .string($0.confidence.rawValue) })
    note(LogMessage(picture.logLevel, logger: tool, .object(data)))
  }
}

extension RunPicture {
  fileprivate var logLevel: LogLevel {
    switch status {
    case .failed: .error
    case .killed: .notice
    case .completed: isVerified == true ? .info : .warning
    case .queued, .running, .paused: .info
    }
  }
}
