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
  /// Where it began, when an earlier line did not show it alone.
  var startLine: LogLine?
  /// The progress is that of a loop whose words no rule knows.
  var isOfOwnLoop = false
  /// The fields that the line speaks of; the others stay as they were.
  var progress = TrainingProgress()
  /// The line opens an epoch: what was known of the steps of the last one is over.
  var beginsEpoch = false
  var metrics: [Metric] = []
  var artifacts: [String] = []
  /// The file that holds the best state, as the line says.
  var best: BestCheckpoint?
  /// The metrics are results on test data.
  var isTest = false
  var stage: TrainingStage?
  /// The line announces work that moves nothing: an evaluation, saving, compiling.
  var beginsPause = false
  /// The line says that the whole training is done.
  var isEnd = false
  /// The line says that training stops before its last epoch, because it no longer improves.
  var stopsEarly = false
  /// The line says that there was nothing left to train.
  var hasNothingToDo = false
  /// The line says that the training computes on a GPU.
  var usesGPU = false
  var error: TrainingErrorEvent?
  /// Where text begins that was printed behind a bar without a line feed in between.
  var remainder: Int?
  /// The line is understood: rules that read progress need not look at it.
  var isClaimed = false

  var isEmpty: Bool {
    !isStart && progress.isEmpty && metrics.isEmpty && artifacts.isEmpty && stage == nil && !isEnd
      && !stopsEarly && !hasNothingToDo && !usesGPU && !beginsPause && best == nil && error == nil
  }
}
