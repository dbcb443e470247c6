package import TrainingHealth
package import TrainingModel

/// What a log has said so far.
package struct LogPicture: Hashable, Sendable {
  /// Paths past this push out the oldest.
  package static let maximumArtifacts = 50

  /// The line that was the first sign of training.
  package internal(set) var started: LogLine?
  package internal(set) var progress = TrainingProgress()
  package internal(set) var metrics = TrainingMetrics()
  /// What the metrics tell of how the training does, warnings included.
  package internal(set) var health = MetricHealth()
  /// Paths that were written, latest last, each once.
  package internal(set) var artifacts: [String] = []
  /// Whether the log said that the whole training is done.
  package internal(set) var endSeen = false
  /// The line that said that training stops before its last epoch, because it no longer improves.
  package internal(set) var stoppedEarly: LogLine?
  /// The line that said that there was nothing left to train.
  package internal(set) var nothingToDo: LogLine?
  /// The last results on test data, apart from those of training; they stand in `metrics` too.
  package internal(set) var testMetrics = TrainingMetrics()
  /// Whether the log said that the training computes on a GPU.
  package internal(set) var usesGPU = false
  /// What the training said of its own failure.
  package internal(set) var error: TrainingErrorEvent?

  package init() {}

  /// Whether the log proves that something was trained: a sign of the start, and something that came of it.
  package var showsTraining: Bool {
    let hasProgress = !progress.isEmpty
    if started != nil { return hasProgress || !metrics.isEmpty || endSeen || !artifacts.isEmpty }
    return hasProgress && !metrics.isEmpty
  }
}
