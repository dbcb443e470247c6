import JSON
import TrainingModel

/// Results as a JSON object at the end of a line: `{"epoch": 2, "loss": "5.139", "num_updates": "365"}`.
struct JSONLineRule: LineRule {
  let triggers: [LineTraits] = [
    [.brace, .pair, .metric], [.brace, .pair, .train], [.brace, .pair, .epoch], [.brace, .pair, .step],
    [.brace, .pair, .iteration],
  ]

  /// Members that say of which data the results are, and their words for training.
  private static let modes: Set<String> = ["mode", "split", "phase", "name"]
  private static let trainings: Set<String> = ["train", "training", "fit"]
  private static let others: Set<String> = [
    "val", "valid", "validation", "dev", "eval", "evaluation", "test", "testing",
  ]
  /// What the innermost loop is called; the first that a line has counts.
  private static let steps = [
    "step", "iter", "iteration", "global_step", "episode", "update", "batch", "round",
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard let open = line.find("{\""),
      line.find("loss", in: open..<line.bytes.count) != nil
        || line.find("\"mode\"", in: open..<line.bytes.count) != nil,
      let close = line.bytes.lastIndex(of: ASCII.closeBrace), close > open,
      // A line that looks like JSON and is none is a line like any other.
      let members = (try? JSONParser.parse(line.bytes[open...close]))?.object?.members
    else { return }
    var isTraining = true
    var isCounted = false
    var progress = TrainingProgress()
    var metrics: [LineReading.Metric] = []
    for member in members {
      let value = alone(member.value)
      if let text = value.string, Self.modes.contains(member.name) {
        if member.name == "mode" ? !Self.trainings.contains(text) : Self.others.contains(text) {
          isTraining = false
        }
      } else if let text = value.string, let count = count(text) {
        // SlowFast: `"epoch": "1/196", "iter": "10/940"`.
        isCounted = take(member.name, Double(count.value), total: count.total, &progress) || isCounted
      } else if let number = value.double ?? value.string.flatMap(Double.init) {
        if take(member.name, number, total: nil, &progress) {
          isCounted = true
        } else if ["lr", "learning_rate", "num_updates"].contains(member.name) {
          isCounted = true
          if member.name != "num_updates" {
            metrics.append(LineReading.Metric(name: member.name, value: number))
          }
        } else if MetricName.isMetric(member.name) {
          metrics.append(LineReading.Metric(name: member.name, value: number))
        }
      }
    }
    // Without a loss in numbers it is a configuration, or what a validation has found (MMSegmentation).
    guard isCounted, metrics.contains(where: { isLoss($0.name) }) || !isTraining && !metrics.isEmpty else {
      return
    }
    reading.isClaimed = true
    reading.metrics += metrics
    if isTraining { reading.progress = progress }
    reading.isStart = isTraining && metrics.contains { isOfTraining($0.name) }
  }

  /// A value, or the only one of a list: `"train_loss": ["0.51"]`.
  private func alone(_ value: JSONValue) -> JSONValue {
    guard let array = value.array, array.count == 1 else { return value }
    return array[0]
  }

  /// Takes a member that counts; whether it is one.
  private func take(_ name: String, _ value: Double, total: Int?, _ progress: inout TrainingProgress) -> Bool
  {
    switch name {
    case "epoch", "epoch_num":
      progress.epoch = value
      progress.totalEpochs = total.map(Double.init)
    case _ where Self.steps.contains(name):
      guard progress.step == nil else { return true }
      progress.step = Int(exactly: value)
      progress.totalSteps = total
    default: return false
    }
    return true
  }

  private func isLoss(_ name: String) -> Bool {
    name.hasSuffix("loss") || name.hasSuffix("losses") || isOfTraining(name)
  }

  /// `loss`, `train_loss`, `average loss`, `train_loss_mlm`, `GAN_loss/gen/loss`: not `val_loss` or `eval/loss`.
  private func isOfTraining(_ name: String) -> Bool {
    name == "loss" || name.hasPrefix("train") && name.contains("loss")
      || (name.hasSuffix("/loss") || name.hasSuffix(" loss")) && MetricName.isLoss(name)
  }

  private func count(_ text: String) -> LineText.Count? {
    let line = LineText(bytes: Array(text.utf8), traits: [], offset: 0)
    return line.count(at: 0).flatMap { $0.end == line.bytes.count ? $0 : nil }
  }
}
