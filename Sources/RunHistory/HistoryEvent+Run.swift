internal import JSON
package import TrainingModel

/// What happens to a run itself.
extension HistoryEvent {
  static func created(_ specification: RunSpecification) -> HistoryEvent {
    var detail = JSONObject()
    detail.append("name", ifKnown: specification.name.map(JSONValue.string))
    return HistoryEvent(time: specification.createdAt, kind: .created, detail: detail)
  }

  static func started(_ process: StartedProcess) -> HistoryEvent {
    HistoryEvent(
      time: process.startedAt, kind: .started, detail: ["pid": .integer(Int64(process.identity.pid))])
  }

  /// Something that is to be warned of.
  ///
  /// - Parameter offset: of the line that it is about; nil when it is about none.
  package init(_ warning: RunWarning, at time: Timestamp, offset: Int64?) {
    var detail: JSONObject = [
      "code": .string(warning.code.rawValue), "message": .string(warning.message),
    ]
    detail.append("evidence", ifKnown: warning.evidence.map(JSONValue.string))
    self.init(time: time, kind: .warning, offset: offset, detail: detail)
  }

  static func ended(_ exit: ExitRecord, _ conclusion: RunConclusion) -> HistoryEvent {
    var detail: JSONObject = [
      "process_status": .string(exit.outcome.processStatus.rawValue),
      "end_reason": .string(exit.outcome.endReason.rawValue),
    ]
    detail.append("exit_code", ifKnown: (exit.outcome.exitStatus?.code).map { .integer(Int64($0)) })
    detail.append(
      "failureType", ifKnown: (conclusion.errorSummary?.failureType).map { .string($0.rawValue) })
    return HistoryEvent(time: exit.endedAt, kind: .ended, detail: detail)
  }
}
