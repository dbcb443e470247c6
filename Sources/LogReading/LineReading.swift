import TrainingModel

/// What the rules made of one line.
struct LineReading {
  /// One named number.
  struct Metric {
    var name: String
    var value: Double
  }

  /// The line shows that training has begun.
  var isStart = false
  /// The fields that the line speaks of; the others stay as they were.
  var progress = TrainingProgress()
  /// The line opens an epoch: what was known of the steps of the last one is over.
  var beginsEpoch = false
  var metrics: [Metric] = []
  var artifacts: [String] = []
  var stage: TrainingStage?
  /// The line says that the whole training is done.
  var isEnd = false
  var error: TrainingErrorEvent?
  /// The line is understood: rules that read progress need not look at it.
  var isClaimed = false

  var isEmpty: Bool {
    !isStart && progress.isEmpty && metrics.isEmpty && artifacts.isEmpty && stage == nil && !isEnd
      && error == nil
  }
}
