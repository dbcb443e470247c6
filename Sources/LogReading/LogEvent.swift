package import TrainingModel

/// Something that a log said about the training, and where.
package struct LogEvent: Hashable, Sendable {
  /// What was said.
  package enum Kind: Hashable, Sendable {
    /// The first sign of training; sent once.
    case trainingStarted(LogLine)
    /// All that is known of the progress, after a line that changed it.
    case progress(TrainingProgress)
    /// The metrics of one line.
    case metrics(MetricReport)
    /// What an expert would warn of; each kind of warning is sent once.
    case warning(RunWarning)
    /// A model, checkpoint or result file was written; sent once per path.
    case artifact(path: String)
    /// The work entered another part.
    case stage(TrainingStage)
    /// The log said that the whole training is done.
    case trainingEnded
    /// The log said that training stops before its last epoch, because it no longer improves; sent once.
    case stoppedEarly(LogLine)
    /// The log said that there was nothing left to train, as when a finished training is resumed; sent once.
    case nothingToDo(LogLine)
    /// The training reported its own failure.
    case trainingError(TrainingErrorEvent)
  }

  /// Bytes from the start of the file to the line that said it.
  package let offset: Int64
  package let kind: Kind

  package init(offset: Int64, kind: Kind) {
    self.offset = offset
    self.kind = kind
  }
}
