internal import LogReading
internal import TrainingModel
package import TrainingService

extension RunPicture {
  /// How the run stands, short enough for a line of a list that names the run already:
  /// `epoch 3/10, loss 0.41, 22 min left`.
  package var statusMessage: String {
    switch state {
    case .launching: return "being started"
    case .running:
      let stall = warnings.contains { $0.code == .stalled } ? ["stalled: nothing has moved for long"] : []
      guard phase == .training else {
        return (["starting, no sign of training yet"] + stall).joined(separator: ", ")
      }
      let parts = log.progress.shortParts + shortMetric + (timeLeft.map { [$0.shortWords] } ?? []) + stall
      return parts.isEmpty ? "training" : parts.joined(separator: ", ")
    case .stopping: return "being stopped"
    case .ended where warnings.contains { $0.code == .logUnread }: return "ended, its log is still being read"
    case .ended:
      let failure = errorSummary.map { ", \($0.failureType.rawValue): \($0.message)" } ?? ""
      return "\(status.rawValue)\(failure)"
    }
  }

  /// The one metric that says most: the loss, else what the log names first.
  private var shortMetric: [String] {
    let value =
      log.metrics["loss"].map { ("loss", $0) } ?? log.metrics.entries.first.map { ($0.name, $0.value) }
    return value.map { ["\($0.0) \($0.1)"] } ?? []
  }
}

extension TrainingProgress {
  /// The coarsest that is known: a stage, and the epoch or else the step or the percentage.
  fileprivate var shortParts: [String] {
    var parts = stage.map { ["stage \($0)"] } ?? []
    if let epoch {
      parts.append("epoch \(epoch.shortest)" + (totalEpochs.map { "/\($0.shortest)" } ?? ""))
    } else if let step {
      parts.append("step \(step)" + (totalSteps.map { "/\($0)" } ?? ""))
    } else if let percent {
      parts.append("\(percent.shortest) %")
    }
    return parts
  }
}

extension TimeLeft {
  /// In one unit: nobody plans by the second.
  fileprivate var shortWords: String {
    // A log may print any number as its remaining time.
    guard seconds < 1e9 else { return "\(RunPicture.duration(seconds)) left" }
    let whole = Int(seconds.rounded())
    return switch whole {
    case ..<60: "\(whole) s left"
    case ..<5_400: "\((whole + 30) / 60) min left"
    case ..<172_800: "\((whole + 1_800) / 3_600) h left"
    default: "\((whole + 43_200) / 86_400) days left"
    }
  }
}

extension Double {
  fileprivate var shortest: String {
    Int(exactly: self).map { "\($0)" } ?? "\((self * 100).rounded() / 100)"
  }
}
