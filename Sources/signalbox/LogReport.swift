internal import JSON
internal import LogReading
internal import TrainingModel

/// What is understood of a log, for people.
struct LogReport {
  private static let shownMetrics = 30

  private let picture: LogPicture

  init(_ picture: LogPicture) { self.picture = picture }

  var text: String {
    var lines: [String] = []
    if let started = picture.started {
      lines.append("started: at byte \(started.offset): \(started.text)")
    } else {
      lines.append("started: no sign of it")
    }
    for member in picture.progress.json.object?.members ?? [] {
      lines.append("\(member.name): \(JSONWriter.text(member.value))")
    }
    for entry in picture.metrics.entries.prefix(Self.shownMetrics) {
      lines.append("metric \(entry.name): \(entry.value)")
    }
    let hidden = picture.metrics.entries.count - Self.shownMetrics
    if hidden > 0 { lines.append("... and \(hidden) more metrics: --json shows them") }
    for path in picture.artifacts { lines.append("wrote: \(path)") }
    if let best = picture.best {
      lines.append("best: \(JSONWriter.text(best.json))")
    }
    if picture.endSeen { lines.append("ended: the log says that the training is done") }
    if let line = picture.stoppedEarly { lines.append("stopped early: at byte \(line.offset): \(line.text)") }
    if let line = picture.nothingToDo { lines.append("nothing to do: at byte \(line.offset): \(line.text)") }
    for entry in picture.testMetrics.entries.prefix(Self.shownMetrics) {
      lines.append("test \(entry.name): \(entry.value)")
    }
    if let error = picture.error {
      lines.append("error: \(error.errorType ?? "of no type"): \(error.errorMessage ?? "")")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
