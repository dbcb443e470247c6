/// What kind of training a schedule starts, and what it asks of the data before it does.
package struct TrainingPlan: Hashable, Sendable {
  package var mode: TrainingMode
  /// Whether a full training runs also where nothing has changed.
  package var forceRetrain: Bool
  /// Globs of the data, relative to the directory of the training or absolute; empty where nobody is to look.
  package var data: [String]
  /// nil where nobody said: `fail`.
  package var onNoNewData: NoNewDataPolicy?
  /// nil where nobody said: `full`.
  package var firstIncremental: FirstIncremental?

  package init(
    mode: TrainingMode = .full, forceRetrain: Bool = false, data: [String] = [],
    onNoNewData: NoNewDataPolicy? = nil, firstIncremental: FirstIncremental? = nil
  ) {
    self.mode = mode
    self.forceRetrain = forceRetrain
    self.data = data
    self.onNoNewData = onNoNewData
    self.firstIncremental = firstIncremental
  }

  /// What the next training will be: without a success there is nothing to go on from.
  package func mode(after success: ScheduleProgress.Success?) -> TrainingMode {
    success == nil ? .full : mode
  }
}
