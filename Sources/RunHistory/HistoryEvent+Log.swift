internal import JSON
package import LogReading
package import TrainingModel

extension HistoryEvent {
  /// Characters of one text that an event keeps: the log has the rest.
  private static let longestText = 1000

  /// What a log said, as far as the feed tells it; nil for progress and metrics.
  ///
  /// - Parameter time: when it was read.
  package init?(_ event: LogEvent, at time: Timestamp) {
    var detail = JSONObject()
    func note(_ name: String, _ text: String?) {
      detail.append(name, ifKnown: text.map { .string(String($0.prefix(Self.longestText))) })
    }
    let kind: Kind
    switch event.kind {
    case .trainingStarted(let line):
      kind = .trainingStarted
      note("text", line.text)
    case .stage(let stage):
      kind = .stage
      note("name", stage.name)
      detail.append("index", ifKnown: stage.index.map { .integer(Int64($0)) })
      detail.append("total", ifKnown: stage.total.map { .integer(Int64($0)) })
    case .artifact(let path):
      kind = .artifact
      note("path", path)
    case .warning(let warning):
      kind = .warning
      note("code", warning.code.rawValue)
      note("message", warning.message)
      note("evidence", warning.evidence)
    case .trainingEnded: kind = .trainingEnded
    case .stoppedEarly(let line):
      kind = .stoppedEarly
      note("text", line.text)
    case .nothingToDo(let line):
      kind = .nothingToDo
      note("text", line.text)
    case .trainingError(let error):
      kind = .trainingError
      note("error_type", error.errorType)
      note("error_message", error.errorMessage)
      note("phase", error.phase)
    case .progress, .metrics: return nil
    }
    self.init(time: time, kind: kind, offset: event.offset, detail: detail)
  }
}
