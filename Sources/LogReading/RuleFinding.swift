import TrainingModel

/// What one rule made of one line.
package struct RuleFinding: Hashable, Sendable {
  /// The name of the rule's type: `TqdmBarRule`.
  package let rule: String
  package let line: LogLine
  /// In words what it found: `start`, `step 3 of 10`, `loss = 0.5`.
  package let facts: [String]
}

extension RuleFinding {
  /// What a rule has added to a reading; nil when that is nothing.
  init?(_ rule: any LineRule, _ line: LineText, before: LineReading, after: LineReading) {
    let facts = after.facts(beyond: before)
    guard !facts.isEmpty else { return nil }
    self.init(rule: "\(type(of: rule))", line: line.logLine, facts: facts)
  }
}

extension LineReading {
  /// In words what is in this reading and was not in an earlier one of the same line.
  fileprivate func facts(beyond before: LineReading) -> [String] {
    var facts: [String] = []
    func note<Value: Equatable>(_ name: String, _ value: Value?, _ earlier: Value?) {
      if let value, value != earlier { facts.append("\(name) \(value)") }
    }
    if isStart, !before.isStart { facts.append("start") }
    note("stage", stage?.name, before.stage?.name)
    note("epoch", progress.epoch, before.progress.epoch)
    note("of epochs", progress.totalEpochs, before.progress.totalEpochs)
    note("step", progress.step, before.progress.step)
    note("of steps", progress.totalSteps, before.progress.totalSteps)
    note("percent", progress.percent, before.progress.percent)
    note("seconds left", progress.etaSeconds, before.progress.etaSeconds)
    for metric in metrics.dropFirst(before.metrics.count) { facts.append("\(metric.name) = \(metric.value)") }
    for path in artifacts.dropFirst(before.artifacts.count) { facts.append("wrote \(path)") }
    note("best is", best?.path, before.best?.path)
    if isEnd, !before.isEnd { facts.append("end") }
    if stopsEarly, !before.stopsEarly { facts.append("early stop") }
    if hasNothingToDo, !before.hasNothingToDo { facts.append("nothing to do") }
    if beginsPause, !before.beginsPause { facts.append("pause") }
    if usesGPU, !before.usesGPU { facts.append("GPU in use") }
    if error != nil, before.error == nil { facts.append("error") }
    return facts
  }
}
