import JSON
import TrainingModel

/// Events that a training prints on purpose: `__event__{…}__event__` anywhere in a line, or a JSON object
/// alone.
struct EventLineRule: LineRule {
  let triggers: [LineTraits] = [[.brace, .event]]
  var readsClaimedLines: Bool { true }

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    if line.has("__event__{") {
      var start = 0
      while let open = line.find("__event__{", in: start..<line.bytes.count) {
        let body = open + 9
        guard let close = line.find("}__event__", in: body..<line.bytes.count) else { return }
        event(line, body..<close + 1, into: &reading)
        start = close + 10
      }
    } else if let first = line.firstInk, line.bytes[first] == ASCII.openBrace, line.has("\"event\"") {
      event(line, first..<line.bytes.count, into: &reading)
    }
  }

  private func event(_ line: LineText, _ range: Range<Int>, into reading: inout LineReading) {
    // A line that looks like an event and is none is a line like any other.
    guard let value = try? JSONParser.parse(line.bytes[range]), let name = value["event"]?.string else {
      return
    }
    reading.isClaimed = true
    switch name {
    case "training_start":
      reading.isStart = true
      progress(value, into: &reading)
    case "stage": stage(value, into: &reading)
    case "epoch_train", "progress":
      reading.isStart = true
      progress(value, into: &reading)
      metrics(value, into: &reading)
    case "epoch_valid": metrics(value, into: &reading)
    case "final_test":
      metrics(value, into: &reading)
      reading.isTest = true
    case "checkpoint", "artifact":
      if let path = value["path"]?.string ?? value["file"]?.string {
        reading.artifacts.append(path)
        if (value["best"] ?? value["is_best"])?.bool == true { best(value, path, into: &reading) }
      }
      metrics(value, into: &reading)
    case "training_end": reading.isEnd = true
    case "training_error":
      reading.error = TrainingErrorEvent(
        errorType: value["error_type"]?.string, errorMessage: value["error_message"]?.string,
        traceback: value["traceback"]?.string.map { String($0.suffix(16384)) }, phase: value["phase"]?.string)
    default: break
    }
  }

  /// `{"event": "checkpoint", "path": "best.pt", "best": true, "epoch": 3, "metrics": {"val_loss": 0.4}}`.
  private func best(_ value: JSONValue, _ path: String, into reading: inout LineReading) {
    // Of several nobody knows which one chose it.
    let metrics = value["metrics"]?.object?.members ?? []
    let metric = metrics.count == 1 ? metrics.first : nil
    reading.best = BestCheckpoint(
      path: path, metric: metric?.name, value: metric.flatMap { number($0.value) },
      epoch: value["epoch"].flatMap(number))
  }

  private func stage(_ value: JSONValue, into reading: inout LineReading) {
    guard let name = value["name"]?.string ?? value["stage"]?.string else { return }
    reading.stage = TrainingStage(
      name: name, index: value["index"].flatMap(integer), total: value["total"].flatMap(integer))
  }

  private func progress(_ value: JSONValue, into reading: inout LineReading) {
    reading.progress.epoch = value["epoch"].flatMap(number)
    reading.progress.totalEpochs = (value["total_epochs"] ?? value["epochs"]).flatMap(number)
    reading.progress.step = value["step"].flatMap(integer)
    reading.progress.totalSteps = value["total_steps"].flatMap(integer)
    reading.progress.percent = value["percent"].flatMap(number)
    reading.progress.etaSeconds = (value["eta_s"] ?? value["eta_seconds"]).flatMap(number)
    if reading.progress.epoch != nil, reading.progress.step == nil { reading.beginsEpoch = true }
  }

  private func metrics(_ value: JSONValue, into reading: inout LineReading) {
    guard let members = value["metrics"]?.object?.members else { return }
    for member in members {
      if let number = number(member.value) {
        reading.metrics.append(LineReading.Metric(name: member.name, value: number))
      }
    }
  }

  /// Loggers quote numbers that JSON cannot write: `"NaN"`.
  private func number(_ value: JSONValue) -> Double? { value.double ?? value.string.flatMap(Double.init) }

  private func integer(_ value: JSONValue) -> Int? {
    (value.integer ?? value.string.flatMap { Int64($0) }).flatMap { Int(exactly: $0) }
  }
}
