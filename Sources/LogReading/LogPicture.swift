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
  /// The file that holds the best state of the model, as far as the log says; the last one that was called so.
  package internal(set) var best: BestCheckpoint?
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

  /// Whether the log shows that something was trained: a sign of the start, and anything that came of it.
  ///
  /// Of a log without such a sign, as of a script that prints its results alone, two different things that come of a
  /// training do; of one that says that nothing was left to train, a loss all the same.
  package var showsTraining: Bool {
    if nothingToDo != nil { return started != nil && !progress.isEmpty && !health.trends.isEmpty }
    let hasEnded = endSeen || stoppedEarly != nil
    if started != nil { return !progress.isEmpty || !metrics.isEmpty || hasEnded || !artifacts.isEmpty }
    let hasModel = artifacts.contains(where: ModelPath.isModel)
    return [!progress.isEmpty, !metrics.isEmpty, hasEnded, hasModel].count { $0 } >= 2
  }
}
