import JSON
import TrainingModel

/// Results as a JSON object at the end of a line: `{"epoch": 2, "loss": "5.139", "num_updates": "365"}`.
struct JSONLineRule: LineRule {
  let triggers: [LineTraits] = [
    [.brace, .pair, .metric], [.brace, .pair, .train], [.brace, .pair, .epoch],
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let open = line.find("{\""),
      line.find("loss", in: open..<line.bytes.count) != nil
        || line.find("\"mode\"", in: open..<line.bytes.count) != nil,
      let close = line.bytes.lastIndex(of: ASCII.closeBrace), close > open,
      // A line that looks like JSON and is none is a line like any other.
      let members = (try? JSONParser.parse(line.bytes[open...close]))?.object?.members
    else { return }
    var isCounted = false
    var isTraining = true
    var metrics: [LineReading.Metric] = []
    for member in members {
      guard let number = member.value.double ?? member.value.string.flatMap(Double.init) else {
        // SlowFast: `"epoch": "1/196", "iter": "10/940"`.
        if let text = member.value.string, let count = count(text) {
          switch member.name {
          case "epoch":
            reading.progress.epoch = Double(count.value)
            reading.progress.totalEpochs = Double(count.total)
          case "step", "iter", "iteration":
            reading.progress.step = count.value
            reading.progress.totalSteps = count.total
          default: continue
          }
          isCounted = true
        }
        if member.name == "mode", member.value.string != "train" { isTraining = false }
        continue
      }
      switch member.name {
      case "epoch", "epoch_num": reading.progress.epoch = number
      case "step", "iter", "iteration", "global_step": reading.progress.step = Int(exactly: number)
      case "lr", "learning_rate", "num_updates": break
      default:
        if MetricName.isMetric(member.name) {
          metrics.append(LineReading.Metric(name: member.name, value: number))
        }
        continue
      }
      isCounted = true
      if member.name.hasPrefix("l") { metrics.append(LineReading.Metric(name: member.name, value: number)) }
    }
    // Without a loss in numbers it is a configuration, or what a validation has found (MMSegmentation).
    guard isCounted, metrics.contains(where: { isLoss($0.name) }) || !isTraining && !metrics.isEmpty else {
      reading.progress = TrainingProgress()
      return
    }
    reading.isClaimed = true
    reading.metrics += metrics
    if !isTraining { reading.progress = TrainingProgress() }
    reading.isStart = isTraining && metrics.contains { isOfTraining($0.name) }
  }

  private func isLoss(_ name: String) -> Bool { name.hasSuffix("loss") || isOfTraining(name) }

  /// `loss`, `train_loss`, `train/loss`, `train_loss_mlm`, `GAN_loss/gen/loss`: not `val_loss` or `eval/loss`.
  private func isOfTraining(_ name: String) -> Bool {
    name == "loss" || name.hasPrefix("train") && name.contains("loss")
      || name.hasSuffix("/loss") && !["val", "eval", "test", "dev"].contains { name.hasPrefix($0) }
  }

  private func count(_ text: String) -> LineText.Count? {
    let line = LineText(bytes: Array(text.utf8), traits: [], offset: 0)
    return line.count(at: 0).flatMap { $0.end == line.bytes.count ? $0 : nil }
  }
}
