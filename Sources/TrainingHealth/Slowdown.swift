package import TrainingModel

/// A rate that has fallen to a fraction of what it was.
package struct Slowdown: Hashable, Sendable {
  /// What is counted.
  package enum Unit: String, Sendable {
    case steps, epochs, percent
  }

  package let unit: Unit
  /// Units a second, before and now.
  package let before: Double
  package let now: Double
  /// How long it has been so when it was noticed, in seconds.
  package let seconds: Double

  /// It in words.
  package var warning: RunWarning {
    RunWarning(
      .stepRateFell,
      "The training is much slower than it was: look whether another process uses its GPU or CPU, whether memory is "
        + "swapped, whether the GPU is throttled (nvidia-smi -q -d PERFORMANCE), and at the loading of the data.",
      evidence: "\(words(now)) over the last \(DurationText.words(seconds)), \(words(before)) before")
  }

  private func words(_ rate: Double) -> String {
    guard rate > 0 else { return "no \(unit.rawValue)" }
    return rate >= 1
      ? "\(number(rate)) \(unit.rawValue) a second"
      : "\(number(rate * 60)) \(unit.rawValue) a minute"
  }
}
